package io.loanflow.monitoring.activity;

import io.loanflow.datasettables.TableUnfitException;
import io.loanflow.model.family.SettingsInvalidException;
import io.loanflow.model.row.RowsUnfitException;
import io.loanflow.monitoring.outcome.OutcomesRefusedException;
import io.loanflow.monitoring.release.WordRefusedException;
import io.loanflow.testsupport.FailureRules;
import io.loanflow.trees.onnx.GraphImpossibleException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void everyExceptionHasAKind() {
        // Outcomes and words about releases come over HTTP only; the others are thrown where models are trained or rows
        // are scored, and by a
        // library of the tests.
        FailureRules.everyExceptionHasAKind(
                Failures.KNOWN,
                "monitoring",
                GraphImpossibleException.class,
                OutcomesRefusedException.class,
                WordRefusedException.class,
                SettingsInvalidException.class,
                RowsUnfitException.class,
                TableUnfitException.class);
    }
}
