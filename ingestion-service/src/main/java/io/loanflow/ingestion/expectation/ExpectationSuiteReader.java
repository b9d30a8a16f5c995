package io.loanflow.ingestion.expectation;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DefinitionYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a data set's {@code expectations.yaml}. */
public final class ExpectationSuiteReader {

    private ExpectationSuiteReader() {}

    /**
     * What the definition says of each column, all of it critical, followed by the expectations of the file.
     *
     * @param yaml need not exist
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException with every problem: file, line, path and what is allowed
     */
    public static ExpectationSuite read(Path yaml, DatasetDefinition definition) {
        return read(Files.notExists(yaml) ? null : DefinitionYaml.text(yaml), yaml.toString(), definition);
    }

    /**
     * The same of a text.
     *
     * @param yaml null where there is no file
     * @param where the text comes from, for messages
     */
    public static ExpectationSuite read(@Nullable String yaml, String where, DatasetDefinition definition) {
        ExpectationReader reader = new ExpectationReader(definition);
        return yaml == null ? reader.suite() : DefinitionYaml.read(yaml, where, reader::suite);
    }
}
