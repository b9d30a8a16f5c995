package io.loanflow.featurebatches;

import io.loanflow.contracts.feature.FeatureSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.pojo.Schema;

/** A batch as the bytes of an Arrow IPC stream with one record batch, and back. */
final class ArrowBatches {

    /** The fastest: features are mostly repeated values, which compress well at any level. */
    private static final Optional<Integer> ZSTD_LEVEL = Optional.of(1);

    private final FeatureSchema featureSchema;
    private final Schema schema;
    private final BufferAllocator allocator;

    ArrowBatches(FeatureSchema featureSchema, BufferAllocator allocator) {
        this.featureSchema = featureSchema;
        this.schema = ArrowSchema.of(featureSchema);
        this.allocator = allocator;
    }

    byte[] write(FeatureBatch batch) {
        if (batch.features() != featureSchema.features().size()
                || batch.companions() != featureSchema.companions().size()) {
            throw new IllegalArgumentException("the batch has " + batch.features() + " features and "
                    + batch.companions() + " companions, its schema "
                    + featureSchema.features().size() + " and "
                    + featureSchema.companions().size());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try (VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator);
                ArrowStreamWriter writer = new ArrowStreamWriter(
                        root,
                        null,
                        Channels.newChannel(bytes),
                        IpcOption.DEFAULT,
                        CommonsCompressionFactory.INSTANCE,
                        CompressionUtil.CodecType.ZSTD,
                        ZSTD_LEVEL)) {
            fill(root, batch);
            writer.writeBatch();
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if the bytes are not a batch of this schema */
    FeatureBatch read(byte[] bytes) throws IOException {
        try (ArrowStreamReader reader =
                new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator, CommonsCompressionFactory.INSTANCE)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            if (!root.getSchema().equals(schema)) {
                throw new IOException("the batch has another schema than its manifest");
            }
            if (!reader.loadNextBatch()) {
                throw new IOException("the stream holds no record batch");
            }
            return batchOf(root);
        }
    }

    private void fill(VectorSchemaRoot root, FeatureBatch batch) {
        int rows = batch.rows();
        int features = batch.features();
        for (int i = 0; i < features; i++) {
            Float8Vector vector = (Float8Vector) root.getVector(i);
            allocate(vector, rows);
            vector.getDataBuffer()
                    .nioBuffer(0, rows * Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .put(batch.column(i));
        }
        TinyIntVector labels = (TinyIntVector) root.getVector(features);
        allocate(labels, rows);
        labels.getDataBuffer().setBytes(0, batch.labels());
        for (int i = 0; i < batch.companions(); i++) {
            fill((VarCharVector) root.getVector(features + 1 + i), batch, i);
        }
        root.setRowCount(rows);
    }

    private static void allocate(BaseFixedWidthVector vector, int rows) {
        vector.allocateNew(rows);
        vector.getValidityBuffer().setOne(0L, (rows + 7L) / 8);
    }

    private static void fill(VarCharVector vector, FeatureBatch batch, int companion) {
        Map<String, byte[]> encoded = new HashMap<>();
        vector.allocateNew(batch.rows());
        for (int row = 0; row < batch.rows(); row++) {
            String text = batch.companion(companion, row);
            if (text.isEmpty()) {
                vector.setNull(row);
            } else {
                vector.setSafe(row, encoded.computeIfAbsent(text, key -> key.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private FeatureBatch batchOf(VectorSchemaRoot root) {
        int rows = root.getRowCount();
        double[][] features = new double[featureSchema.features().size()][rows];
        for (int i = 0; i < features.length; i++) {
            ((Float8Vector) root.getVector(i))
                    .getDataBuffer()
                    .nioBuffer(0, rows * Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(features[i]);
        }
        byte[] labels = new byte[rows];
        ((TinyIntVector) root.getVector(features.length)).getDataBuffer().getBytes(0, labels);
        String[][] companions = new String[featureSchema.companions().size()][];
        for (int i = 0; i < companions.length; i++) {
            companions[i] = texts((VarCharVector) root.getVector(features.length + 1 + i), rows);
        }
        return new FeatureBatch(features, labels, companions);
    }

    /** Companions have few different values and come in runs: the last text is most often the next one. */
    private static String[] texts(VarCharVector vector, int rows) {
        String[] texts = new String[rows];
        byte[] last = {};
        String lastText = "";
        Map<String, String> known = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            if (vector.isNull(row)) {
                texts[row] = "";
                continue;
            }
            byte[] bytes = vector.get(row);
            if (!Arrays.equals(bytes, last)) {
                last = bytes;
                lastText = known.computeIfAbsent(new String(bytes, StandardCharsets.UTF_8), text -> text);
            }
            texts[row] = lastText;
        }
        return texts;
    }
}
