package io.loanflow.ingestion.load;

import io.loanflow.contracts.dataset.FilePart;
import io.loanflow.contracts.dataset.TestRows;
import io.loanflow.datasettables.RowEncoder;
import io.loanflow.datasettables.RowPipe;
import io.loanflow.ingestion.check.CheckedRow;
import io.loanflow.ingestion.check.FileCheck;
import io.loanflow.ingestion.check.QuarantinedRow;
import io.loanflow.ingestion.check.RowSink;
import io.loanflow.ingestion.check.TablePart;
import io.loanflow.ingestion.source.SourceFile;
import io.loanflow.ingestion.validation.ValidationResult;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and checks a file, on a thread of its own: good rows go into a pipe, the others into quarantine. */
final class CheckedRows implements RowSink {

    private final ExpectedFile expected;
    private final FileCheck check;
    private final QuarantineBatch quarantine;
    private final LoadProgress progress;
    private final RowPipe pipe = new RowPipe();
    private final RowEncoder encoder = new RowEncoder(pipe.output());
    private long accepted;
    private long leftOut;
    private @Nullable TestRows testRows;

    CheckedRows(ExpectedFile expected, FileCheck check, QuarantineBatch quarantine, LoadProgress progress) {
        this.expected = expected;
        this.check = check;
        this.quarantine = quarantine;
        this.progress = progress;
    }

    InputStream input() {
        return pipe.input();
    }

    /** Good rows; once {@link #run} is over. */
    long accepted() {
        return accepted;
    }

    /** Rows that are none of the data set's; once {@link #run} is over. */
    long leftOut() {
        return leftOut;
    }

    /** Which of its rows are for testing; null where the files do not say what they are for. Once {@link #run} is over. */
    @Nullable
    TestRows testRows() {
        return testRows;
    }

    /**
     * Ends with the last row in the pipe, or makes the pipe's other side fail.
     *
     * @throws FileRejectedException if the content is wrong
     * @throws FileChangedException if it is not the content that was to be loaded
     * @throws RowPipe.ReaderGoneException if the other side failed
     */
    ValidationResult run() throws IOException {
        boolean complete = false;
        try {
            ValidationResult result = read();
            quarantine.flush();
            pipe.output().close();
            complete = true;
            return result;
        } finally {
            if (!complete) {
                pipe.fail();
            }
        }
    }

    private ValidationResult read() throws IOException {
        SourceFile file = expected.file();
        try (ReadParts parts = new ReadParts(file)) {
            ValidationResult result;
            try {
                result = check.run(parts.parts(), file.name(), this, progress::done);
            } catch (FileRejectedException e) {
                // Half of a file that is still being written says nothing about the whole.
                requireUnchanged(parts);
                quarantine.flush();
                throw e;
            }
            requireUnchanged(parts);
            return result;
        }
    }

    private void requireUnchanged(ReadParts parts) throws IOException {
        if (!parts.sha256().equals(expected.sha256())) {
            throw new FileChangedException(expected.file().name());
        }
    }

    @Override
    public void accept(CheckedRow row) throws IOException {
        encoder.write(row.number(), row.values());
        accepted++;
    }

    @Override
    public void quarantine(QuarantinedRow row) {
        quarantine.add(row);
    }

    @Override
    public void leaveOut() {
        leftOut++;
    }

    @Override
    public void end(TablePart file, long first, long last) {
        if (file.part() == null) {
            return;
        }
        TestRows before = testRows == null ? new TestRows(List.of()) : testRows;
        testRows = file.part() == FilePart.TEST && first <= last ? before.and(first, last) : before;
    }
}
