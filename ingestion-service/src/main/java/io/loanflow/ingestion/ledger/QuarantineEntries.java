package io.loanflow.ingestion.ledger;

import jakarta.persistence.QueryHint;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The rows that were set aside. */
public interface QuarantineEntries extends Repository<QuarantineEntry, QuarantineKey> {

    @Query("select e from QuarantineEntry e where e.key.loadId = :loadId order by e.key.rowNo, e.key.problemNo")
    Page<QuarantineEntry> ofLoad(long loadId, Pageable page);

    /** Read while it is used, within a transaction. */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "500"))
    @Query("select e from QuarantineEntry e where e.key.loadId = :loadId order by e.key.rowNo, e.key.problemNo")
    Stream<QuarantineEntry> streamOfLoad(long loadId);

    @Modifying
    @Query("delete from QuarantineEntry e where e.key.loadId = :loadId")
    void deleteOfLoad(long loadId);
}
