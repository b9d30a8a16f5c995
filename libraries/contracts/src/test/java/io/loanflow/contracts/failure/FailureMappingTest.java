package io.loanflow.contracts.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureMappingTest {

    private static final FailureMapping MAPPING = FailureMapping.of(Map.of(
            StoreException.class, FailureTypes.OUTAGE,
            RefusedException.class, FailureTypes.DATA_REJECTED,
            IllegalMonitorStateException.class, FailureTypes.BUG));

    @Test
    void aFactIsNeverTriedAgain() {
        ApplicationFailure failure = failure(new RefusedException("column x is missing; add it"), 0);

        assertThat(failure.getType()).isEqualTo(FailureTypes.DATA_REJECTED);
        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(failure.getOriginalMessage()).isEqualTo("column x is missing; add it");
    }

    @Test
    void anOutageIsTriedHoweverOftenItHappenedAndSaysWhatTheNetworkSaid() {
        ApplicationFailure failure =
                failure(new UncheckedIOException("cannot write", new IOException("No space left on device")), 500);

        assertThat(failure.getType()).isEqualTo(FailureTypes.OUTAGE);
        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(failure.getOriginalMessage()).isEqualTo("cannot write: No space left on device");
    }

    @Test
    void theOutermostKnownClassDecidesAndASubclassIsAsItsNearest() {
        assertThat(failure(new IllegalStateException("check failed", new RefusedException("no")), 0)
                        .getType())
                .isEqualTo(FailureTypes.DATA_REJECTED);
        assertThat(failure(new StoreException("down", new RefusedException("no")), 0)
                        .getType())
                .isEqualTo(FailureTypes.OUTAGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aBugIsTriedAFewTimes(int bugsBefore) {
        for (Throwable bug : List.of(
                new NullPointerException(),
                new IllegalStateException("odd"),
                new ArithmeticException("integer overflow"),
                new IndexOutOfBoundsException(7),
                new IllegalMonitorStateException("listed as one"),
                new StackOverflowError())) {
            ApplicationFailure failure = failure(bug, bugsBefore);

            assertThat(failure.getType()).isEqualTo(FailureTypes.BUG);
            assertThat(failure.isNonRetryable()).isEqualTo(bugsBefore >= 2);
            assertThat(failure.getOriginalMessage())
                    .contains(bug.getClass().getSimpleName())
                    .contains("FailureMappingTest.aBugIsTriedAFewTimes:");
        }
    }

    @Test
    void aBugDoesNotRepeatValuesOfRows() {
        try {
            var unused = Integer.parseInt("Rossi");
        } catch (NumberFormatException e) {
            assertThat(failure(e, 2).getOriginalMessage())
                    .contains("NumberFormatException")
                    .doesNotContain("Rossi");
        }
    }

    @Test
    void messagesAndStacksAreSoShortThatTemporalStoresThem() {
        ApplicationFailure fact = failure(new RefusedException("категория ".repeat(10_000)), 0);
        ApplicationFailure outage = failure(new StoreException("a".repeat(5000), new IOException("b".repeat(5000))), 0);

        assertThat(fact.getOriginalMessage()).hasSize(8000).endsWith("…");
        assertThat(outage.getOriginalMessage()).hasSize(1002).contains("a: b".substring(2));
        assertThat(fact.getCause()).isNull();
        assertThat(fact.getStackTrace().length).isBetween(1, 8);
    }

    @Test
    void cancellationAndFailuresWithATypePass() {
        RuntimeException cancelled = new CanceledFailure("cancelled");

        assertThat(MAPPING.failure(cancelled, 0)).isSameAs(cancelled);
        assertThat(MAPPING.failure(new IllegalStateException(cancelled), 0)).isSameAs(cancelled);
    }

    @Test
    void everyTypeHasAKind() throws IllegalAccessException {
        List<String> known = Arrays.stream(FailureKind.values())
                .flatMap(kind -> Arrays.stream(FailureTypes.of(kind)))
                .toList();
        for (Field field : FailureTypes.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                assertThat(known).contains((String) field.get(null));
            }
        }
        assertThat(FailureTypes.kindOf("java.lang.NullPointerException")).isEqualTo(FailureKind.BUG);
    }

    private static ApplicationFailure failure(Throwable thrown, int bugsBefore) {
        RuntimeException failure = MAPPING.failure(thrown, bugsBefore);
        assertThat(failure).asInstanceOf(type(ApplicationFailure.class)).isNotNull();
        return (ApplicationFailure) failure;
    }

    private static final class StoreException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoreException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
