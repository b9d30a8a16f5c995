package io.loanflow.preprocessing.activity;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.failure.FailureMapping;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.featurebatches.CacheTooSmallException;
import io.loanflow.featurebatches.FeatureBatchesLostException;
import io.loanflow.preprocessing.batch.SettingsInvalidException;
import io.loanflow.preprocessing.fit.UnfittableColumnException;
import io.loanflow.preprocessing.load.LoadUnavailableException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.util.Map;
import redis.clients.jedis.exceptions.JedisException;

/** What preprocessing's exceptions mean to Temporal. */
final class Failures {

    static final FailureMapping KNOWN = FailureMapping.of(Map.ofEntries(
            Map.entry(DatasetDefinitionException.class, FailureTypes.DATASET_INVALID),
            Map.entry(LoadUnavailableException.class, FailureTypes.LOAD_UNAVAILABLE),
            Map.entry(SettingsInvalidException.class, FailureTypes.SETTINGS_INVALID),
            Map.entry(UnfittableColumnException.class, FailureTypes.SETTINGS_INVALID),
            Map.entry(CacheTooSmallException.class, FailureTypes.CACHE_TOO_SMALL),
            // Redis was emptied or started anew while they were written: writing them again mends it.
            Map.entry(FeatureBatchesLostException.class, FailureTypes.OUTAGE),
            Map.entry(JedisException.class, FailureTypes.OUTAGE),
            Map.entry(SQLException.class, FailureTypes.OUTAGE),
            Map.entry(SQLSyntaxErrorException.class, FailureTypes.BUG),
            Map.entry(SQLDataException.class, FailureTypes.BUG),
            Map.entry(SQLIntegrityConstraintViolationException.class, FailureTypes.BUG)));

    private Failures() {}
}
