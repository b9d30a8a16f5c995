package io.loanflow.monitoring.ledger;

import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.monitoring.ledger.LedgerCheck.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sees all entries in order, and says what is wrong with them. */
final class LedgerWalk {

    /** Longer than an anchor follows its entry, also where MLflow was away. */
    private static final Duration ANCHORED_WITHIN = Duration.ofHours(1);

    private final Map<String, LedgerHead> anchors;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();
    private LedgerHead last = new LedgerHead(0, Ledger.NOTHING);
    private Instant recorded = Instant.MIN;
    private long entries;

    /** @param anchors by who keeps them */
    LedgerWalk(Map<String, LedgerHead> anchors, Instant now) {
        this.anchors = anchors;
        this.now = now;
    }

    /** Begins with an entry before which all is known to be in order. */
    static LedgerWalk from(KeptEntry first, Map<String, LedgerHead> anchors, Instant now) {
        LedgerWalk walk = new LedgerWalk(anchors, now);
        walk.entries = first.number() - 1;
        walk.last = new LedgerHead(walk.entries, first.previous());
        return walk;
    }

    void see(KeptEntry entry) {
        long number = entry.number();
        entries++;
        if (number != last.number() + 1) {
            removed(last.number() + 1, number - 1);
        } else if (!entry.previous().equals(last.hash())) {
            // Where the entry has its own hash, it still says what the one before it was when it was written.
            find(
                    number - 1,
                    "entry " + (number - 1) + " was changed or put in place of another: entry " + number
                            + " was written after one of another hash");
        }
        if (!entry.hasItsHash()) {
            find(number, "entry " + number + " was changed: its content has another hash than the one kept with it");
        } else if (!entry.agrees()) {
            find(number, "entry " + number + " was changed: its columns do not say what its content says");
        }
        anchors.forEach((keeper, anchor) -> {
            if (anchor.number() == number && !anchor.hash().equals(entry.hash())) {
                find(
                        number,
                        "entry " + number + " is another than the one that " + keeper
                                + " names: it, or one before it, was changed, put in or removed, and what follows was"
                                + " written anew");
            }
        });
        LedgerEntry content = EntryContent.read(entry.content(), entry.hash());
        recorded = content == null ? Instant.MIN : content.recordedAt();
        last = new LedgerHead(number, entry.hash());
    }

    private void removed(long first, long to) {
        if (first == to) {
            find(first, "entry " + first + " was removed");
        } else {
            find(first, "entries " + first + " to " + to + " were removed");
        }
    }

    private void find(long entry, String problem) {
        findings.add(new Finding(entry, problem));
    }

    /** @param notes what else is good to know */
    LedgerCheck end(List<String> notes) {
        long anchored =
                anchors.values().stream().mapToLong(LedgerHead::number).max().orElse(0);
        if (anchored > last.number()) {
            removed(last.number() + 1, anchored);
        }
        boolean late = recorded.isBefore(now.minus(ANCHORED_WITHIN)) || recorded.isAfter(now.plus(ANCHORED_WITHIN));
        if (entries > 0 && anchored < last.number() && late) {
            find(
                    last.number(),
                    "entry " + last.number()
                            + " was put in at the end, or MLflow lost what it kept of it: the last that"
                            + " is named outside the database is "
                            + (anchored == 0 ? "none" : "entry " + anchored));
        }
        return new LedgerCheck(findings.isEmpty(), entries, entries == 0 ? null : last, findings, notes);
    }
}
