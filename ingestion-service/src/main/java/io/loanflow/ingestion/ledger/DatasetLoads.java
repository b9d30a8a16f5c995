package io.loanflow.ingestion.ledger;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** The ledger's lines. */
public interface DatasetLoads extends Repository<DatasetLoad, Long> {

    Optional<DatasetLoad> findById(long id);

    Optional<DatasetLoad> findByDatasetAndDefinitionVersionAndSha256(
            String dataset, int definitionVersion, String sha256);

    Page<DatasetLoad> findAll(Pageable page);

    Page<DatasetLoad> findByDataset(String dataset, Pageable page);

    DatasetLoad saveAndFlush(DatasetLoad load);
}
