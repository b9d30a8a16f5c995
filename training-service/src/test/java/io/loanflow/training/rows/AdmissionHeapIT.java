package io.loanflow.training.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that is refused says the heap that it needs, and with that heap it is trained: in processes that have just so much. */
class AdmissionHeapIT {

    private static final Pattern NEEDED = Pattern.compile("The model grows too large: .* need ([\\d,]+) MiB of heap.*");

    @ParameterizedTest
    @ValueSource(strings = {"whole", "parts", "boosting"})
    void theHeapThatTheRefusalNamesIsEnough(String way) throws Exception {
        String refusal = train(way, 128);
        assertThat(refusal)
                .matches(NEEDED)
                .contains("this training service has 1")
                .contains("fewer trees");
        Matcher needed = NEEDED.matcher(refusal);
        assertThat(needed.matches()).isTrue();

        assertThat(train(way, Integer.parseInt(needed.group(1).replace(",", ""))))
                .startsWith("trained 20000 rows");
    }

    private static String train(String way, int mebibytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + mebibytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapProbe.class.getName(),
                        way)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        String[] lines = said.strip().split("\n");
        return lines[lines.length - 1];
    }
}
