package io.loanflow.ingestion.load;

import io.loanflow.ingestion.ColumnStore;
import io.loanflow.ingestion.ColumnStoreContainer;
import io.loanflow.testsupport.InContainers;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.springframework.test.context.ContextConfiguration;

@InContainers
@DisabledIfEnvironmentVariable(
        named = ColumnStore.VARIABLE,
        matches = ".+",
        disabledReason = "the server of that address is asked the same")
@ContextConfiguration(initializers = ColumnStoreContainer.class)
class ContainerDatasetLoaderIT extends DatasetLoaderKit {}
