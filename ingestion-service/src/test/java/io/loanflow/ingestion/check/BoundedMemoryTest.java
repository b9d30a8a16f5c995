package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class BoundedMemoryTest {

    private static final DatasetCatalog CATALOG = new DatasetCatalog(Path.of("../data"));
    private static final DatasetDefinition LOAN = CATALOG.definition("loan");
    private static final FileCheck CHECK = new FileCheck(
            LOAN, ExpectationSuiteReader.read(CATALOG.directory("loan").resolve("expectations.yaml"), LOAN));
    private static final int ROWS = 4_500_000;
    /** Of live objects, as a full collection leaves them: room for noise, and a hundredth of what the rows would take. */
    private static final long GROWTH = 8 << 20;

    @Test
    void aHundredTimesTheRowsTakeNoMoreMemory() throws IOException {
        Used used = new Used();
        CountingSink sink = new CountingSink();

        CHECK.run(new Applications(ROWS), "many.csv", sink, used);

        assertThat(sink.rows()).isEqualTo(ROWS);
        assertThat(used.late - used.early).isLessThan(GROWTH);
    }

    /** What is live after the first 450,000 rows, when every buffer has its size, and near the end. */
    private static final class Used implements LongConsumer {

        private long early;
        private long late;

        @Override
        public void accept(long rows) {
            if (early == 0 && rows >= ROWS / 10) {
                early = live();
            } else if (late == 0 && rows >= ROWS - 10_000) {
                late = live();
            }
        }

        private static long live() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }

    /** Different applications, made as they are read. */
    private static final class Applications extends InputStream {

        private static final String HEADER = "person_age,person_gender,person_education,person_income,person_emp_exp,"
                + "person_home_ownership,loan_amnt,loan_intent,loan_int_rate,loan_percent_income,"
                + "cb_person_cred_hist_length,credit_score,previous_loan_defaults_on_file,loan_status\n";

        private final int rows;
        private byte[] block = HEADER.getBytes(StandardCharsets.US_ASCII);
        private int at;
        private int made;

        private Applications(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == block.length && !makeBlock()) {
                return -1;
            }
            int count = Math.min(length, block.length - at);
            System.arraycopy(block, at, target, offset, count);
            at += count;
            return count;
        }

        private boolean makeBlock() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 1_000 && made < rows; i++) {
                made++;
                // One in a hundred is set aside.
                text.append(made % 100 == 0 ? 144 : 30)
                        .append(".0,female,Master,")
                        .append(made)
                        .append(".0,3,RENT,9000.0,MEDICAL,11.5,0.25,4.0,650,No,")
                        .append(made % 4 == 0 ? "1\n" : "0\n");
            }
            block = text.toString().getBytes(StandardCharsets.US_ASCII);
            at = 0;
            return block.length > 0;
        }
    }
}
