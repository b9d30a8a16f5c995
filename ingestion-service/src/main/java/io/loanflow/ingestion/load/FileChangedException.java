package io.loanflow.ingestion.load;

/** The file changed while it was loaded, so that nobody can say what was read. Loading it again mends it. */
public class FileChangedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FileChangedException(String fileName) {
        super("the file " + fileName + " changed while it was read; load it again once it is written");
    }
}
