package io.loanflow.ingestion.expectation;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DefinitionYaml;
import java.nio.file.Files;
import java.nio.file.Path;

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
        ExpectationReader reader = new ExpectationReader(definition);
        if (Files.notExists(yaml)) {
            return reader.suite();
        }
        return DefinitionYaml.read(DefinitionYaml.text(yaml), yaml.toString(), reader::suite);
    }
}
