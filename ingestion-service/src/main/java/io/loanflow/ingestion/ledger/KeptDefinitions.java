package io.loanflow.ingestion.ledger;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** What loads were made with. */
public interface KeptDefinitions extends Repository<KeptDefinition, String> {

    Optional<KeptDefinition> findById(String digest);

    boolean existsById(String digest);

    KeptDefinition save(KeptDefinition definition);
}
