package io.loanflow.ingestion.load;

import io.loanflow.ingestion.ColumnStore;
import io.loanflow.testsupport.InContainers;
import org.springframework.test.context.ContextConfiguration;

@InContainers
@ContextConfiguration(initializers = ColumnStore.class)
class ColumnStoreDatasetLoaderIT extends DatasetLoaderKit {}
