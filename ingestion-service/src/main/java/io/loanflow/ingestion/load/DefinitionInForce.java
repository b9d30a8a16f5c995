package io.loanflow.ingestion.load;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DefinitionYaml;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.check.FileCheck;
import io.loanflow.ingestion.expectation.ExpectationSuite;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.ingestion.ledger.KeptDefinition;
import io.loanflow.ingestion.ledger.LoadKey;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the next load of a data set is made with, read once, so that what is checked with is what is kept.
 *
 * @param text of the {@code dataset.yaml}
 * @param expectations text of the {@code expectations.yaml}; null where there is none
 */
record DefinitionInForce(
        DatasetDefinition definition,
        ExpectationSuite suite,
        String text,
        @Nullable String expectations) {

    /** SHA-256 over both: the same whatever the comments and the order of keys, another for any other change. */
    String digest() {
        String both = DefinitionYaml.canonical(text, "the definition")
                + "\n"
                + (expectations == null ? "" : DefinitionYaml.canonical(expectations, "the expectations"));
        return Sha256.hex(both.getBytes(StandardCharsets.UTF_8));
    }

    /** @param sha256 of a file's content */
    LoadKey key(String sha256) {
        return new LoadKey(definition.name(), definition.version(), digest(), sha256);
    }

    KeptDefinition kept() {
        return new KeptDefinition(digest(), definition.name(), text, expectations);
    }

    /** Generated rows and records are written plainly, however the published file is. */
    FileCheck check(DataOrigin origin) {
        return switch (origin) {
            case FILE, DOWNLOAD -> new FileCheck(definition, suite);
            case SYNTHETIC -> new FileCheck(definition.writtenPlainly(), suite);
            case OUTCOMES -> {
                DatasetDefinition decided = definition.ofDecisions();
                yield new FileCheck(decided, ExpectationSuiteReader.read(expectations, "expectations.yaml", decided));
            }
        };
    }
}
