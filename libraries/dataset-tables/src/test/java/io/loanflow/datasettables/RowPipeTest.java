package io.loanflow.datasettables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RowPipeTest {

    private static final int MORE_THAN_FITS = 5_000_000;

    private final RowPipe pipe = new RowPipe();

    @Test
    void everyByteArrivesInOrder() throws IOException {
        byte[] sent = new byte[MORE_THAN_FITS];
        new Random(1).nextBytes(sent);
        CompletableFuture<Void> writer = write(() -> {
            for (int offset = 0; offset < sent.length; offset += 999) {
                pipe.output().write(sent, offset, Math.min(999, sent.length - offset));
            }
            pipe.output().close();
        });

        assertThat(pipe.input().readAllBytes()).isEqualTo(sent);
        writer.join();
    }

    @Test
    void nothingWrittenIsTheEnd() throws IOException {
        pipe.output().close();

        assertThat(pipe.input().read()).isEqualTo(-1);
    }

    @Test
    void aFailureReachesTheReaderEvenIfBytesAreLeft() throws IOException {
        pipe.output().write(new byte[100]);
        pipe.output().flush();
        pipe.fail();

        assertThatThrownBy(() -> pipe.input().read()).isInstanceOf(IOException.class);
    }

    @Test
    void aReaderThatLeavesEndsAWriterThatWaits() throws IOException {
        CompletableFuture<Void> writer = write(() -> pipe.output().write(new byte[MORE_THAN_FITS]));
        assertThat(pipe.input().read()).isZero();

        pipe.input().close();

        assertThatThrownBy(writer::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(RowPipe.ReaderGoneException.class);
    }

    @Test
    void aFailureEndsAReaderThatWaits() {
        CompletableFuture<Void> reader = write(() -> pipe.input().read());

        pipe.fail();

        assertThatThrownBy(reader::join).hasRootCauseInstanceOf(IOException.class);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static CompletableFuture<Void> write(Step step) {
        return CompletableFuture.runAsync(() -> {
            try {
                step.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
