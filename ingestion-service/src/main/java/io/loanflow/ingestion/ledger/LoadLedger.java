package io.loanflow.ingestion.ledger;

import io.loanflow.contracts.dataset.TestRows;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.check.QuarantinedRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the ledger. Every change names the attempt it belongs to as it was when that attempt began; it is refused with {@link
 * OptimisticLockingFailureException} once another attempt took the load over.
 */
@Service
@Transactional
public class LoadLedger {

    private final DatasetLoads loads;
    private final KeptDefinitions definitions;
    private final QuarantineEntries quarantine;
    private final EntityManager entities;

    public LoadLedger(
            DatasetLoads loads, KeptDefinitions definitions, QuarantineEntries quarantine, EntityManager entities) {
        this.loads = loads;
        this.definitions = definitions;
        this.quarantine = quarantine;
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    public Optional<DatasetLoad> find(LoadKey key) {
        return loads.findByDatasetAndDefinitionDigestAndSha256(key.dataset(), key.definitionDigest(), key.sha256());
    }

    @Transactional(readOnly = true)
    public Optional<DatasetLoad> find(long id) {
        return loads.findById(id);
    }

    /** The complete load of a file that was completed last, whatever it was made with. */
    @Transactional(readOnly = true)
    public Optional<DatasetLoad> newestFile(String dataset) {
        return newest(dataset, DataOrigin.FILE, DataOrigin.DOWNLOAD);
    }

    /** The complete load of outcomes that was completed last, whatever it was made with. */
    @Transactional(readOnly = true)
    public Optional<DatasetLoad> newestOutcomes(String dataset) {
        return newest(dataset, DataOrigin.OUTCOMES);
    }

    private Optional<DatasetLoad> newest(String dataset, DataOrigin... origins) {
        return loads.findFirstByDatasetAndStateAndOriginInOrderByCompletedAtDescIdDesc(
                dataset, LoadState.COMPLETE, List.of(origins));
    }

    /** The complete loads of real rows that were made with a definition, in the order in which they were completed. */
    @Transactional(readOnly = true)
    public List<DatasetLoad> real(String dataset, String definitionDigest) {
        return loads.findByDatasetAndDefinitionDigestAndStateAndOriginNotOrderByCompletedAtAscIdAsc(
                dataset, definitionDigest, LoadState.COMPLETE, DataOrigin.SYNTHETIC);
    }

    /** The complete loads of real rows, each content only as it was loaded last, in the order in which they were completed. */
    @Transactional(readOnly = true)
    public List<LoadSummary> real(String dataset) {
        Map<String, LoadSummary> byContent = new LinkedHashMap<>();
        for (LoadSummary load : loads.findByDatasetAndStateAndOriginNotOrderByCompletedAtAscIdAsc(
                dataset, LoadState.COMPLETE, DataOrigin.SYNTHETIC)) {
            byContent.remove(load.sha256());
            byContent.put(load.sha256(), load);
        }
        return List.copyOf(byContent.values());
    }

    /** Whether this content is loaded, whatever it was loaded with. */
    @Transactional(readOnly = true)
    public boolean isLoaded(String dataset, String sha256) {
        return loads.existsByDatasetAndSha256AndState(dataset, sha256, LoadState.COMPLETE);
    }

    /** Keeps what a load is made with, unless it is kept already. The caller holds the data set's lock. */
    public void keep(KeptDefinition definition) {
        if (!definitions.existsById(definition.digest())) {
            definitions.save(definition);
        }
    }

    /** What a load was made with; empty of one that is older than the keeping of definitions. */
    @Transactional(readOnly = true)
    public Optional<KeptDefinition> definition(DatasetLoad load) {
        return Optional.ofNullable(load.key().definitionDigest()).flatMap(definitions::findById);
    }

    /** Begins an attempt, with nothing in quarantine. The caller holds the data set's lock, so that it is the only one. */
    public DatasetLoad begin(LoadKey key, LoadSource source) {
        DatasetLoad load = find(key).orElse(null);
        if (load == null) {
            return loads.saveAndFlush(new DatasetLoad(key, source));
        }
        // The ledger first: from here on, what an attempt given up for dead still wants to write is refused.
        load.begin(source);
        entities.lock(load, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        DatasetLoad begun = loads.saveAndFlush(load);
        quarantine.deleteOfLoad(begun.id());
        return begun;
    }

    public void quarantine(DatasetLoad attempt, List<QuarantinedRow> rows) {
        DatasetLoad current = entities.find(DatasetLoad.class, attempt.id(), LockModeType.PESSIMISTIC_READ);
        if (current == null || current.attempt() != attempt.attempt()) {
            throw new OptimisticLockingFailureException("load " + attempt.id() + " was taken over");
        }
        for (QuarantinedRow row : rows) {
            for (int problem = 0; problem < row.problems().size(); problem++) {
                entities.persist(new QuarantineEntry(attempt.id(), row, problem));
            }
        }
    }

    /** Whether no later attempt, and nobody else, changed the load since. */
    @Transactional(readOnly = true)
    public boolean isLatest(DatasetLoad attempt) {
        return loads.findById(attempt.id())
                .filter(current -> current.attempt() == attempt.attempt())
                .isPresent();
    }

    /** @param testRows null where the files do not say what their rows are for */
    public DatasetLoad complete(
            DatasetLoad attempt, LoadFigures figures, @Nullable TestRows testRows, String validation) {
        attempt.complete(figures, testRows, validation);
        return loads.saveAndFlush(attempt);
    }

    public DatasetLoad reject(DatasetLoad attempt, String reason, LoadFigures figures, @Nullable String validation) {
        attempt.reject(reason, figures, validation);
        return loads.saveAndFlush(attempt);
    }

    public DatasetLoad fail(DatasetLoad attempt, String reason) {
        attempt.fail(reason);
        return loads.saveAndFlush(attempt);
    }
}
