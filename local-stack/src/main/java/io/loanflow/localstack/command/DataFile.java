package io.loanflow.localstack.command;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.localservers.FileProblem;
import io.loanflow.localstack.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a run is to load.
 *
 * @param place path under the ingestion service's file directory. The same content again has the same; another content has another,
 *     whatever the file's name, size and time, so that a run which still reads the first is not disturbed.
 */
record DataFile(Path path, String place) {

    /** Of the digest: enough that no two files of one machine share them. */
    private static final int DIGITS = 16;

    /** @throws StackException if it cannot be read */
    static DataFile of(Path named) {
        if (!Files.isRegularFile(named) || !Files.isReadable(named)) {
            throw new StackException("The file " + named + " cannot be read; name another with --data");
        }
        try {
            Path file = named.toRealPath();
            return new DataFile(file, Sha256.hex(file).substring(0, DIGITS) + "/" + file.getFileName());
        } catch (IOException e) {
            throw new StackException("Cannot look at " + named + ": " + FileProblem.of(e), e);
        }
    }
}
