package io.loanflow.ingestion.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The definition and the expectations that loads were made with, as they were written. Never changed. */
@Entity
@Table(name = "dataset_definition")
public class KeptDefinition {

    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 64)
    private String digest = "";

    private String dataset = "";

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String definition = "";

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String expectations;

    private Instant createdAt = Instant.EPOCH;

    /** For Hibernate. */
    protected KeptDefinition() {}

    /**
     * @param digest of both texts
     * @param definition text of the {@code dataset.yaml}
     * @param expectations text of the {@code expectations.yaml}; null where there is none
     */
    public KeptDefinition(String digest, String dataset, String definition, @Nullable String expectations) {
        this.digest = digest;
        this.dataset = dataset;
        this.definition = definition;
        this.expectations = expectations;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    public String digest() {
        return digest;
    }

    public String dataset() {
        return dataset;
    }

    /** When a load was first made with it. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Text of the {@code expectations.yaml}; null where there was none. */
    public @Nullable String expectations() {
        return expectations;
    }

    /** Text of the {@code dataset.yaml}. */
    public String definition() {
        return definition;
    }
}
