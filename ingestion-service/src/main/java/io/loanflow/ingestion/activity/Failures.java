package io.loanflow.ingestion.activity;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.failure.FailureMapping;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.datasettables.TableUnfitException;
import io.loanflow.ingestion.load.FileChangedException;
import io.loanflow.ingestion.load.LoadRejectedException;
import io.loanflow.ingestion.load.LoadUnavailableException;
import io.loanflow.ingestion.load.RowsUnclearException;
import io.loanflow.ingestion.source.FileUnavailableException;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.TrackingException;
import io.loanflow.tracking.TrackingRefusedException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.util.Map;

/** What ingestion's exceptions mean to Temporal. */
final class Failures {

    static final FailureMapping KNOWN = FailureMapping.of(Map.ofEntries(
            Map.entry(DatasetDefinitionException.class, FailureTypes.DATASET_INVALID),
            Map.entry(TableUnfitException.class, FailureTypes.DATASET_INVALID),
            Map.entry(FileUnavailableException.class, FailureTypes.FILE_UNAVAILABLE),
            Map.entry(LoadRejectedException.class, FailureTypes.DATA_REJECTED),
            Map.entry(LoadUnavailableException.class, FailureTypes.LOAD_UNAVAILABLE),
            Map.entry(RowsUnclearException.class, FailureTypes.SETTINGS_INVALID),
            // Reading it again mends it.
            Map.entry(FileChangedException.class, FailureTypes.OUTAGE),
            Map.entry(TrackingRefusedException.class, FailureTypes.TRACKING_REFUSED),
            Map.entry(NotInTrackingException.class, FailureTypes.TRACKING_REFUSED),
            Map.entry(TrackingException.class, FailureTypes.OUTAGE),
            Map.entry(SQLException.class, FailureTypes.OUTAGE),
            Map.entry(SQLSyntaxErrorException.class, FailureTypes.BUG),
            Map.entry(SQLDataException.class, FailureTypes.BUG),
            Map.entry(SQLIntegrityConstraintViolationException.class, FailureTypes.BUG)));

    private Failures() {}
}
