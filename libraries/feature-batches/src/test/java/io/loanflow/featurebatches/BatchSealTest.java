package io.loanflow.featurebatches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BatchSealTest {

    private static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);

    /** As {@code printf 'key\0{}' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef} computes it. */
    @Test
    void sealsAreHmacOfKeyAndManifest() {
        BatchSeal seal = BatchSeal.of(" 0123456789abcdef0123456789abcdef\n");

        assertThat(seal.close("key", JSON))
                .asString()
                .isEqualTo("a9752fcd655caad92e65f3d2eb7d2e9c19fbda276383efc3d5a4c41a6ff34107\n{}");
    }

    @Test
    void aSecretThatCanBeGuessedIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> BatchSeal.of("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 characters or more, has 7")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void withoutASecretTheManifestIsStoredAsItIs() {
        assertThat(BatchSeal.of(null).close("key", JSON)).isEqualTo(JSON);
        assertThat(BatchSeal.of(" ").open("key", JSON)).isEqualTo(JSON);
    }
}
