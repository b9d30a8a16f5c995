package io.loanflow.tablefiles.typed;

import io.loanflow.arrowmemory.ArrowMemory;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.jspecify.annotations.Nullable;

/** Rows of an Arrow file or stream (which is Feather's second version too), one record batch in memory at a time. */
final class ArrowTable implements TypedTable {

    private static final String FORMAT = "Arrow";

    /** Bytes of a record batch. */
    private static final long MOST = Math.max(1L << 28, Runtime.getRuntime().maxMemory() / 2);

    /** Bytes of all files that are open. */
    static final AtomicLong HELD = new AtomicLong();

    private static final int FILE_MARK = 'A';

    private final String fileName;
    private final SeekableByteChannel file;
    private final ArrowMemory memory;
    private final ArrowReader reader;
    private final List<Field> fields;
    private BitSet wanted = new BitSet();
    private @Nullable ArrowCell[] cells = {};
    private int row = -1;
    private int rows;

    static ArrowTable open(Path path, String fileName) throws IOException {
        SeekableByteChannel file = FileChannel.open(path, StandardOpenOption.READ);
        ArrowMemory memory = new ArrowMemory(HELD, MOST, Long.MAX_VALUE);
        try {
            return new ArrowTable(file, memory, fileName);
        } catch (IOException | RuntimeException e) {
            memory.close();
            file.close();
            throw e;
        }
    }

    private ArrowTable(SeekableByteChannel file, ArrowMemory memory, String fileName) throws IOException {
        this.fileName = fileName;
        this.file = file;
        this.memory = memory;
        reader = reader(file, memory.allocator());
        fields = reading(() -> reader.getVectorSchemaRoot().getSchema()).getFields();
    }

    private static ArrowReader reader(SeekableByteChannel file, BufferAllocator memory) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(1);
        file.read(first);
        file.position(0);
        return first.get(0) == FILE_MARK
                ? new ArrowFileReader(file, memory, CommonsCompressionFactory.INSTANCE)
                : new ArrowStreamReader(file, memory, CommonsCompressionFactory.INSTANCE);
    }

    @Override
    public List<String> names() {
        return fields.stream().map(Field::getName).toList();
    }

    @Override
    public void start(BitSet asked) {
        wanted = asked;
        cells = new @Nullable ArrowCell[fields.size()];
    }

    @Override
    public boolean next() throws IOException {
        while (++row >= rows) {
            if (!reading(reader::loadNextBatch)) {
                return false;
            }
            row = -1;
            rows = reader.getVectorSchemaRoot().getRowCount();
            for (int field = wanted.nextSetBit(0); field >= 0; field = wanted.nextSetBit(field + 1)) {
                cells[field] = cell(field);
            }
        }
        return true;
    }

    private ArrowCell cell(int field) throws IOException {
        FieldVector vector = reader.getVectorSchemaRoot().getVector(field);
        return reading(() -> {
            ArrowCell cell = ArrowCell.of(vector, reader);
            if (cell == null) {
                throw new FileRejectedException(fileName + ": column \"" + vector.getName() + "\" holds "
                        + vector.getMinorType().name().toLowerCase(Locale.ROOT)
                        + " values, of which there is no text; write it as numbers or text, or leave it out of the definition"
                        + " with extra-columns: ignore in source");
            }
            return cell;
        });
    }

    @Override
    public void read(int field, CellBuffer target) throws IOException {
        ArrowCell cell = cells[field];
        if (cell == null) {
            throw new IllegalStateException("column " + fields.get(field).getName() + " was not asked for");
        }
        reading(() -> {
            cell.write(row, target);
            return true;
        });
    }

    /** The library throws whatever its parsers throw on bytes that are no batch, or asks for as much memory as they say. */
    private <T> T reading(Reading<T> reading) throws IOException {
        try {
            return reading.value();
        } catch (FileRejectedException e) {
            throw e;
        } catch (OutOfMemoryException e) {
            throw new FileRejectedException(fileName + ": has record batches of more than " + (MOST >> 20)
                    + " MB, or is damaged; write it with smaller ones");
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw DamagedTable.of(fileName, FORMAT, e);
        }
    }

    private interface Reading<T> {
        T value() throws IOException;
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (RuntimeException e) {
            // What is left of a damaged batch is freed with all memory.
        } finally {
            memory.close();
            file.close();
        }
    }
}
