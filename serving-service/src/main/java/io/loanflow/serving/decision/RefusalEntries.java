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

    /** Those of the minutes that are over. A journal that takes nothing, whose health says why, gets them the next time. */
    void writeEnded() {
        List<RefusedInputLine> counts = refused.takeEnded();
        try {
            write(counts);
        } catch (JournalUnavailableException e) {
            refused.giveBack(counts);
        }
    }

    /** All, in the end. */
    void writeAll() {
        write(refused.takeAll());
    }

    private void write(List<RefusedInputLine> counts) {
        if (!counts.isEmpty()) {
            var unused = journal.journal().append(EntryCodec.write(Entry.ofRefusals(counts)));
        }
    }
}
