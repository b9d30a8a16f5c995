package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.testsupport.LoanData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures how many rows are checked in a second of processor time, without storing them: the published file ten times over, in
 * memory. Processor time, so that others on the machine do not blur it.
 */
final class FileCheckSpeed {

    private static final int TIMES = 10;
    private static final int RUNS = 12;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FileCheckSpeed() {}

    public static void main(String[] arguments) throws IOException {
        DatasetCatalog catalog = new DatasetCatalog(Path.of("../data"));
        DatasetDefinition loan = catalog.definition("loan");
        FileCheck check = new FileCheck(
                loan, ExpectationSuiteReader.read(catalog.directory("loan").resolve("expectations.yaml"), loan));
        byte[] content = repeated(Files.readAllBytes(LoanData.file()));
        for (int run = 1; run <= RUNS; run++) {
            CountingSink sink = new CountingSink();
            long start = THREADS.getCurrentThreadCpuTime();
            check.run(new ByteArrayInputStream(content), "loan_data.csv", sink, rows -> {});
            double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "run %d: %,d rows in %.3f s of processor time, %,.0f rows/s, %,.0f MB/s%n",
                    run,
                    sink.rows(),
                    seconds,
                    sink.rows() / seconds,
                    content.length / 1e6 / seconds);
        }
    }

    private static byte[] repeated(byte[] file) {
        int header = 0;
        while (file[header++] != '\n') {
            // up to the first row
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(file, 0, header);
        for (int i = 0; i < TIMES; i++) {
            content.write(file, header, file.length - header);
        }
        return content.toByteArray();
    }
}
