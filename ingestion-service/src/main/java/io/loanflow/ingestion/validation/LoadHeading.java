package io.loanflow.ingestion.validation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the page says at its top of the load whose file was checked.
 *
 * @param outcome what became of the file, for people: "loaded with 10 rows set aside"
 * @param stored rows that readers see; 0 of a load that was refused
 * @param visible whether readers see any
 * @param reason why it was refused; null otherwise
 * @param time when it was begun
 * @param sha256 of the file's content
 * @param run the pipeline run that made it; null if a person did
 * @param address of the load in the API, to which {@code /quarantine} is added
 */
public record LoadHeading(
        long id,
        String outcome,
        long stored,
        boolean visible,
        @Nullable String reason,
        Instant time,
        String sha256,
        @Nullable String run,
        String address) {}
