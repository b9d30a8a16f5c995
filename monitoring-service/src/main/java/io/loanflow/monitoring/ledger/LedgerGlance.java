package io.loanflow.monitoring.ledger;

import io.loanflow.contracts.release.LedgerHead;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Verifies the ledger for whoever only passes by: what was found in order is not read again for an hour, since nothing but the end of the
 * ledger ever grows. Whoever wants to be sure that nobody has changed what lies before asks {@link LedgerVerification}.
 */
@Component
public class LedgerGlance {

    private static final Duration WHOLE_EVERY = Duration.ofHours(1);

    private final LedgerVerification verification;
    private final AtomicReference<@Nullable Verified> last = new AtomicReference<>();

    LedgerGlance(LedgerVerification verification) {
        this.verification = verification;
    }

    /**
     * What is known of the ledger.
     *
     * @param whole when all entries were read; what came since has been read now
     */
    public record Seen(LedgerCheck check, Instant whole) {}

    private record Verified(LedgerHead head, Instant whole) {}

    /** @throws io.loanflow.tracking.TrackingException where MLflow does not answer */
    public Seen look() {
        return look(Instant.now());
    }

    Seen look(Instant now) {
        Verified before = last.get();
        if (before != null && before.whole().isAfter(now.minus(WHOLE_EVERY))) {
            Optional<LedgerCheck> since = verification.checkFrom(before.head()).filter(LedgerCheck::sound);
            if (since.isPresent()) {
                return remember(since.get(), before.whole());
            }
        }
        return remember(verification.check(null), now);
    }

    private Seen remember(LedgerCheck check, Instant whole) {
        LedgerHead head = check.head();
        last.set(check.sound() && head != null ? new Verified(head, whole) : null);
        return new Seen(check, whole);
    }
}
