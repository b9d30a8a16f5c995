package io.loanflow.ingestion.check;

/**
 * A file that may not be loaded as data set loan.
 *
 * @param name what is wrong
 * @param message how the message goes on after the name of the file
 */
@SuppressWarnings("ArrayRecordComponent")
public record BadFile(String name, byte[] content, String message) {

    @Override
    public String toString() {
        return name;
    }
}
