package io.loanflow.arrowmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.OutOfMemoryException;
import org.junit.jupiter.api.Test;

class ArrowMemoryTest {

    private final AtomicLong held = new AtomicLong();

    @Test
    void whatIsLeftBehindIsGivenBack() {
        try (ArrowMemory memory = new ArrowMemory(held, 1 << 20, 1 << 20)) {
            ArrowBuf kept = memory.allocator().buffer(1000);
            memory.allocator().buffer(5000);
            kept.close();
            assertThat(held.get()).isBetween(5000L, 8192L);
        }
        assertThat(held).hasValue(0);
    }

    @Test
    void filesShareWhatThereIs() {
        try (ArrowMemory other = new ArrowMemory(held, 10_000, 10_000)) {
            try (ArrowMemory one = new ArrowMemory(held, 10_000, 10_000)) {
                assertThat(one.allocator().buffer(8192).capacity()).isEqualTo(8192);
                assertThatThrownBy(() -> other.allocator().buffer(8192)).isInstanceOf(OutOfMemoryException.class);
            }
            assertThat(other.allocator().buffer(8192).capacity()).isEqualTo(8192);
        }
        assertThat(held).hasValue(0);
    }

    @Test
    void oneFileHasItsOwnLimitToo() {
        try (ArrowMemory memory = new ArrowMemory(held, 5_000, Long.MAX_VALUE)) {
            assertThatThrownBy(() -> memory.allocator().buffer(8192)).isInstanceOf(OutOfMemoryException.class);
        }
        assertThat(held).hasValue(0);
    }
}
