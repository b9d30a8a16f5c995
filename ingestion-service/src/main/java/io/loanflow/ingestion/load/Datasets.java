package io.loanflow.ingestion.load;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.check.FileCheck;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The data sets that can be loaded. A wrong definition or suite is refused at start; later changes count from the next load on. */
@Component
public final class Datasets {

    private static final String EXPECTATIONS = "expectations.yaml";

    private final DatasetCatalog catalog;

    public Datasets(IngestionSettings settings) {
        catalog = new DatasetCatalog(settings.dataDirectory().toPath());
        for (String name : catalog.names()) {
            check(definition(name));
        }
    }

    /** @throws DatasetDefinitionException if there is no such data set or its definition is wrong */
    public DatasetDefinition definition(String name) {
        return catalog.definition(name);
    }

    /** The folder with the definition. */
    public Path directory(DatasetDefinition definition) {
        return catalog.directory(definition.name());
    }

    /** @throws DatasetDefinitionException if the data set's expectations are wrong */
    FileCheck check(DatasetDefinition definition) {
        Path expectations = directory(definition).resolve(EXPECTATIONS);
        return new FileCheck(definition, ExpectationSuiteReader.read(expectations, definition));
    }
}
