package io.loanflow.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerSizeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0B,      0
            512KiB,  524288
            1.5MiB,  1572864
            2GiB,    2147483648
            --,
            """)
    void sizesAreReadAsDockerWritesThem(String text, Long bytes) {
        assertThat(DockerSize.bytes(text)).isEqualTo(bytes);
    }
}
