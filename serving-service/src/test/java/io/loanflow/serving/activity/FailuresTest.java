package io.loanflow.serving.activity;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.datasettables.TableUnfitException;
import io.loanflow.model.family.SettingsInvalidException;
import io.loanflow.model.row.RowsUnfitException;
import io.loanflow.serving.champion.NoChampionException;
import io.loanflow.serving.champion.UnknownDatasetException;
import io.loanflow.serving.champion.VersionNotServedException;
import io.loanflow.serving.decision.DecisionsUnavailableException;
import io.loanflow.serving.decision.KeyReusedException;
import io.loanflow.serving.file.BatchTooLargeException;
import io.loanflow.serving.file.FileUnreadableException;
import io.loanflow.serving.journal.JournalUnavailableException;
import io.loanflow.serving.prediction.BatchTooLongException;
import io.loanflow.serving.prediction.InvalidRequestException;
import io.loanflow.serving.prediction.MalformedJsonException;
import io.loanflow.serving.replay.VersionLostException;
import io.loanflow.testsupport.FailureRules;
import io.loanflow.trees.onnx.GraphImpossibleException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void everyExceptionOfOursHasAKind() {
        // What requests are answered with, what the shipping of decisions waits for, what a model's reader makes a
        // ModelUnusableException of, and what only training does.
        FailureRules.everyExceptionHasAKind(
                Failures.KNOWN,
                "serving",
                GraphImpossibleException.class,
                NoChampionException.class,
                UnknownDatasetException.class,
                BatchTooLongException.class,
                InvalidRequestException.class,
                MalformedJsonException.class,
                JournalUnavailableException.class,
                DecisionsUnavailableException.class,
                KeyReusedException.class,
                VersionLostException.class,
                VersionNotServedException.class,
                BatchTooLargeException.class,
                FileUnreadableException.class,
                TableUnfitException.class,
                DatasetDefinitionException.class,
                RowsUnfitException.class,
                SettingsInvalidException.class);
    }
}
