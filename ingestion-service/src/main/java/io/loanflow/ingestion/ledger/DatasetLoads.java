package io.loanflow.ingestion.ledger;

import io.loanflow.contracts.ingestion.DataOrigin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** The ledger's lines. */
public interface DatasetLoads extends Repository<DatasetLoad, Long> {

    Optional<DatasetLoad> findById(long id);

    Optional<DatasetLoad> findByDatasetAndDefinitionDigestAndSha256(
            String dataset, @Nullable String definitionDigest, String sha256);

    boolean existsByDatasetAndSha256AndState(String dataset, String sha256, LoadState state);

    Optional<DatasetLoad> findFirstByDatasetAndStateAndOriginInOrderByCompletedAtDescIdDesc(
            String dataset, LoadState state, Collection<DataOrigin> origins);

    List<DatasetLoad> findByDatasetAndDefinitionDigestAndStateAndOriginNotOrderByCompletedAtAscIdAsc(
            String dataset, String definitionDigest, LoadState state, DataOrigin without);

    List<LoadSummary> findByDatasetAndStateAndOriginNotOrderByCompletedAtAscIdAsc(
            String dataset, LoadState state, DataOrigin without);

    Page<LoadSummary> findAllBy(Pageable page);

    Page<LoadSummary> findByDataset(String dataset, Pageable page);

    DatasetLoad saveAndFlush(DatasetLoad load);
}
