package io.loanflow.preprocessing.spool;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Rows kept in a temporary file, so that they are read from the database once, whatever their number, and fitting and encoding
 * go over them as often as they need to. The file, of 8 bytes a value, is readable by its owner only and has no name while it
 * is open, so that nothing is left of it. The last block stays in memory. For one thread; add first, then read.
 */
public final class RowSpool implements AutoCloseable {

    private final FileChannel file;
    private final double[][] block;
    private final double[][] read;
    private final ByteBuffer buffer;
    private final int blockRows;
    private int blocks;
    private int rowsInBlock;

    public RowSpool(int columns, int blockRows) {
        this.file = open();
        this.blockRows = blockRows;
        this.block = new double[columns][blockRows];
        this.read = new double[columns][blockRows];
        this.buffer = ByteBuffer.allocateDirect(blockRows * Double.BYTES).order(ByteOrder.nativeOrder());
    }

    public void add(double[] values) {
        for (int i = 0; i < values.length; i++) {
            block[i][rowsInBlock] = values[i];
        }
        if (++rowsInBlock == blockRows) {
            write();
            rowsInBlock = 0;
        }
    }

    public long rows() {
        return (long) blocks * blockRows + rowsInBlock;
    }

    /** Gives all rows in order, in blocks of which only the last may not be full; a block is valid during the call only. */
    public void forEachBlock(Consumer<RowBlock> consumer) {
        for (int number = 0; number < blocks; number++) {
            for (int column = 0; column < read.length; column++) {
                read(number, column);
            }
            consumer.accept(new RowBlock(read, blockRows));
        }
        if (rowsInBlock > 0) {
            consumer.accept(new RowBlock(block, rowsInBlock));
        }
    }

    /** Gives the values of one column in order, except missing ones. */
    public void forEachValue(int column, DoubleConsumer consumer) {
        for (int number = 0; number < blocks; number++) {
            read(number, column);
            forEachValue(read[column], blockRows, consumer);
        }
        forEachValue(block[column], rowsInBlock, consumer);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a temporary file", e);
        }
    }

    private static void forEachValue(double[] values, int rows, DoubleConsumer consumer) {
        for (int row = 0; row < rows; row++) {
            if (!Double.isNaN(values[row])) {
                consumer.accept(values[row]);
            }
        }
    }

    private static FileChannel open() {
        try {
            Path path = Files.createTempFile("loanflow-rows-", ".spool");
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make a temporary file in " + System.getProperty("java.io.tmpdir")
                            + "; choose another directory with -Djava.io.tmpdir",
                    e);
        }
    }

    private void write() {
        try {
            for (int column = 0; column < block.length; column++) {
                buffer.clear();
                buffer.asDoubleBuffer().put(block[column]);
                for (long start = start(blocks, column); buffer.hasRemaining(); ) {
                    file.write(buffer, start + buffer.position());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write a temporary file in " + System.getProperty("java.io.tmpdir") + ", which needs "
                            + block.length * Double.BYTES + " bytes for each row",
                    e);
        }
        blocks++;
    }

    private void read(int number, int column) {
        try {
            buffer.clear();
            for (long start = start(number, column); buffer.hasRemaining(); ) {
                if (file.read(buffer, start + buffer.position()) < 0) {
                    throw new EOFException("the file was cut short");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a temporary file back", e);
        }
        buffer.flip();
        buffer.asDoubleBuffer().get(read[column]);
    }

    private long start(int number, int column) {
        return ((long) number * block.length + column) * blockRows * Double.BYTES;
    }
}
