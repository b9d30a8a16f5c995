package io.loanflow.ingestion.load;

import io.loanflow.ingestion.ColumnStore;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.test.context.ContextConfiguration;

@EnabledIfEnvironmentVariable(named = ColumnStore.VARIABLE, matches = ".+")
@ContextConfiguration(initializers = ColumnStore.class)
class ColumnStoreDatasetLoaderIT extends DatasetLoaderKit {}
