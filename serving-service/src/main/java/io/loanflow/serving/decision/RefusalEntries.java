package io.loanflow.serving.decision;

import io.loanflow.datasettables.RefusedInputLine;
import io.loanflow.serving.journal.JournalUnavailableException;
import io.loanflow.serving.refusal.RefusedInputs;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes counts of refused rows into the journal, from which they go where decisions go. */
@Component
class RefusalEntries {

    private final RefusedInputs refused;
    private final DecisionJournal journal;

    RefusalEntries(RefusedInputs refused, DecisionJournal journal) {
        this.refused = refused;
        this.journal = journal;
    }

    /** Those of the minutes that are over. */
    void writeEnded() {
        write(refused.takeEnded());
    }

    /** All, in the end. */
    void writeAll() {
        write(refused.takeAll());
    }

    private void write(List<RefusedInputLine> counts) {
        if (counts.isEmpty()) {
            return;
        }
        try {
            var unused = journal.journal().append(EntryCodec.write(Entry.ofRefusals(counts)));
        } catch (JournalUnavailableException e) {
            refused.giveBack(counts);
            throw e;
        }
    }
}
