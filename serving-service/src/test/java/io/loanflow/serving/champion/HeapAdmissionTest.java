package io.loanflow.serving.champion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.model.folder.ModelUnusableException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeapAdmissionTest {

    private static final long MEBIBYTE = 1 << 20;

    private final AtomicLong used = new AtomicLong(200 * MEBIBYTE);
    private final HeapAdmission admission =
            new HeapAdmission(1000 * MEBIBYTE, used::get, () -> used.addAndGet(-100 * MEBIBYTE));

    @Test
    void whatFitsIsLetIn() {
        assertThatCode(() -> admission.require(260 * MEBIBYTE)).doesNotThrowAnyException();
    }

    @Test
    void garbageTakesNoRoom() {
        assertThatCode(() -> admission.require(290 * MEBIBYTE)).doesNotThrowAnyException();
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheHeapThatItNeeds() {
        assertThatThrownBy(() -> admission.require(310 * MEBIBYTE))
                .isInstanceOf(ModelUnusableException.class)
                .hasMessageContaining("takes 931 MiB of heap")
                .hasMessageContaining("900 of 1,000 MiB are free")
                .hasMessageContaining("1,031 MiB");
    }
}
