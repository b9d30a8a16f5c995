package io.loanflow.serving.file;

import java.io.IOException;
import java.util.Optional;

/** A file that is answered while it is read: a block of its rows, the answers behind its own columns, the next block. */
interface AnsweredFile extends AutoCloseable {

    /**
     * The next rows.
     *
     * @throws FileUnreadableException if the file cannot be read, or is no table of such rows
     */
    Optional<Block> next(int mostRows) throws IOException;

    /** Writes the block that was read last. */
    void answer(BlockAnswers answers) throws IOException;

    /** Writes what ends a file. */
    void end() throws IOException;

    @Override
    void close() throws IOException;
}
