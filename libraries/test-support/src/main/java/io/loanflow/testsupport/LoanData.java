package io.loanflow.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The published loan data, which is not part of this repository. */
public final class LoanData {

    private static final String VARIABLE = "LOANFLOW_DATA";

    private LoanData() {}

    /** Skips the calling test where the environment does not name the file; a name that leads nowhere is an error. */
    public static Path file() {
        String name = System.getenv(VARIABLE);
        Assumptions.assumeTrue(
                name != null && !name.isBlank(), VARIABLE + " does not name the published loan_data.csv");
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new IllegalStateException(VARIABLE + " names " + file + ", which cannot be read");
        }
        return file;
    }
}
