package io.loanflow.localservers;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Why something failed with a file, in words: what the JDK says of the commonest reasons is the file's name alone. */
public final class FileProblem {

    private FileProblem() {}

    public static String of(IOException failure) {
        String reason = reason(failure);
        return failure instanceof FileSystemException file && reason != null
                ? file.getFile() + ": " + reason
                : String.valueOf(failure.getMessage());
    }

    private static @Nullable String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        return failure instanceof FileAlreadyExistsException ? "it is there already, and no directory" : null;
    }
}
