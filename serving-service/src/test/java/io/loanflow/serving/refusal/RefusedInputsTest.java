package io.loanflow.serving.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.decision.RefusalReason;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.datasettables.RefusedInputLine;
import io.loanflow.model.row.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RefusedInputsTest {

    private static final Instant MINUTE = Instant.parse("2026-05-03T12:00:00Z");
    private static final ModelVersionRef MODEL = new ModelVersionRef("loan", 3, "run", "digest");
    private static final Refusal MISSING = new Refusal("age", RefusalReason.MISSING);

    private final AtomicReference<Instant> now = new AtomicReference<>(MINUTE.plusSeconds(59));
    private final RefusedInputs refused = new RefusedInputs(true, now::get);

    @Test
    void aMinuteIsTakenOnceItIsOver() {
        refused.count(MODEL, Set.of(MISSING, Refusal.of(RefusalReason.UNUSED_COLUMN)));
        refused.count(MODEL, Set.of(MISSING));
        assertThat(refused.takeEnded()).isEmpty();
        now.set(MINUTE.plusSeconds(60));
        refused.countNoRow(MODEL);

        assertThat(refused.takeEnded())
                .containsExactlyInAnyOrder(line("ANY", "", 2), line("MISSING", "age", 2), line("UNUSED_COLUMN", "", 1));
        assertThat(refused.takeEnded()).isEmpty();
        assertThat(refused.takeAll()).extracting(RefusedInputLine::reason).containsExactlyInAnyOrder("ANY", "NO_ROW");
    }

    @Test
    void whatCouldNotBeWrittenIsCountedOn() {
        refused.count(MODEL, Set.of(MISSING));
        List<RefusedInputLine> taken = refused.takeAll();
        refused.count(MODEL, Set.of(MISSING));
        refused.giveBack(taken);

        assertThat(refused.takeAll()).containsExactlyInAnyOrder(line("ANY", "", 2), line("MISSING", "age", 2));
    }

    @Test
    void nothingIsCountedWhereNothingIsRemembered() {
        RefusedInputs none = new RefusedInputs(false, now::get);
        none.count(MODEL, Set.of(MISSING));

        assertThat(none.takeAll()).isEmpty();
    }

    private static RefusedInputLine line(String reason, String column, long rows) {
        return new RefusedInputLine("loan", 3, MINUTE, reason, column, rows);
    }
}
