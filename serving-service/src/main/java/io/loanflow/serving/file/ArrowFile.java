package io.loanflow.serving.file;

import io.loanflow.arrowmemory.ArrowMemory;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** An Arrow IPC stream. Record batches are answered in pieces, whose own columns are passed on without a copy. */
final class ArrowFile implements AnsweredFile {

    private final FeatureCells cells;
    private final List<AnswerColumn> answered;
    private final ArrowMemory memory;
    private final ArrowStreamReader reader;
    private final OutputStream output;
    private @Nullable VectorSchemaRoot read;
    private @Nullable VectorSchemaRoot written;
    private @Nullable ArrowStreamWriter writer;
    private int[] places = {};
    private int done;
    private int rows;

    /** @param memory for what is read and written at once; closed in the end */
    ArrowFile(
            DatasetDefinition definition,
            List<AnswerColumn> answered,
            InputStream input,
            OutputStream output,
            ArrowMemory memory) {
        this.cells = new FeatureCells(definition);
        this.answered = answered;
        this.memory = memory;
        this.output = output;
        this.reader =
                new ArrowStreamReader(new ArrowFrames(input), memory.allocator(), CommonsCompressionFactory.INSTANCE);
    }

    /** What reads, and may find that what it reads is damaged. */
    private interface Reading<T> {

        T read() throws IOException;
    }

    private static <T> T reading(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (FileUnreadableException e) {
            throw e;
        } catch (OutOfMemoryException e) {
            throw new BatchTooLargeException(e);
        } catch (RuntimeException | StackOverflowError e) {
            // Arrow's reader throws whatever bytes lead to that are no Arrow.
            throw new FileUnreadableException("the file is damaged, or no Arrow IPC stream", e);
        }
    }

    @Override
    public Optional<Block> next(int mostRows) throws IOException {
        VectorSchemaRoot root = read == null ? begin() : read;
        done += rows;
        rows = 0;
        while (done >= root.getRowCount()) {
            if (!reading(reader::loadNextBatch)) {
                return Optional.empty();
            }
            done = 0;
        }
        rows = Math.min(mostRows, root.getRowCount() - done);
        return Optional.of(reading(() -> block(root)));
    }

    private VectorSchemaRoot begin() throws IOException {
        VectorSchemaRoot root = reading(reader::getVectorSchemaRoot);
        List<String> names =
                root.getSchema().getFields().stream().map(Field::getName).toList();
        places = cells.places(names, answered);
        read = root;
        return root;
    }

    private Block block(VectorSchemaRoot root) {
        FeatureCells.Draft draft = cells.new Draft(rows);
        ArrowCells arrow = new ArrowCells(reader);
        for (int feature = 0; feature < places.length; feature++) {
            Column column = cells.features().get(feature);
            if (places[feature] < 0) {
                for (int row = 0; row < rows; row++) {
                    draft.missing(row, feature);
                }
            } else {
                arrow.read(root.getVector(places[feature]), done, rows, column, draft, feature);
            }
        }
        return draft.block();
    }

    @Override
    public void answer(BlockAnswers answers) throws IOException {
        // What the model does not take is looked at here for the first time.
        reading(() -> write(answers));
    }

    private int write(BlockAnswers answers) throws IOException {
        VectorSchemaRoot from = Objects.requireNonNull(read);
        ArrowStreamWriter to = writer();
        VectorSchemaRoot root = Objects.requireNonNull(written);
        int own = from.getFieldVectors().size();
        for (int i = 0; i < own; i++) {
            from.getVector(i).makeTransferPair(root.getVector(i)).splitAndTransfer(done, rows);
        }
        for (int i = 0; i < answered.size(); i++) {
            fill(root.getVector(own + i), answered.get(i), answers);
        }
        root.setRowCount(rows);
        to.writeBatch();
        root.clear();
        return rows;
    }

    /** Made once the first batch is read: dictionaries stand before it. */
    private ArrowStreamWriter writer() throws IOException {
        ArrowStreamWriter ready = writer;
        if (ready == null) {
            List<Field> fields =
                    new ArrayList<>(Objects.requireNonNull(read).getSchema().getFields());
            answered.forEach(column -> fields.add(field(column)));
            VectorSchemaRoot root = VectorSchemaRoot.create(new Schema(fields), memory.allocator());
            written = root;
            ready = new ArrowStreamWriter(root, reader, Channels.newChannel(output));
            writer = ready;
            ready.start();
        }
        return ready;
    }

    private static Field field(AnswerColumn column) {
        return Field.nullable(
                column.label(),
                column == AnswerColumn.PROBABILITY
                        ? new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)
                        : ArrowType.Utf8.INSTANCE);
    }

    private static void fill(FieldVector vector, AnswerColumn column, BlockAnswers answers) {
        if (vector instanceof Float8Vector numbers) {
            double[] probabilities = answers.probabilities();
            numbers.allocateNew(probabilities.length);
            for (int row = 0; row < probabilities.length; row++) {
                if (Double.isNaN(probabilities[row])) {
                    numbers.setNull(row);
                } else {
                    numbers.set(row, probabilities[row]);
                }
            }
        } else if (vector instanceof VarCharVector texts) {
            fill(texts, Objects.requireNonNull(answers.texts().get(column)));
        }
    }

    /** Most texts are one of two. */
    private static void fill(VarCharVector vector, @Nullable String[] texts) {
        Map<String, byte[]> encoded = new HashMap<>();
        vector.allocateNew(texts.length);
        for (int row = 0; row < texts.length; row++) {
            String text = texts[row];
            if (text == null) {
                vector.setNull(row);
            } else {
                vector.setSafe(row, encoded.computeIfAbsent(text, key -> key.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Override
    public void end() throws IOException {
        writer().end();
    }

    @Override
    public void close() throws IOException {
        VectorSchemaRoot root = written;
        try {
            if (root != null) {
                root.close();
            }
            reader.close(false);
        } finally {
            memory.close();
        }
    }
}
