package io.loanflow.ingestion.load;

import io.loanflow.ingestion.ColumnStoreContainer;
import io.loanflow.testsupport.InContainers;
import org.springframework.test.context.ContextConfiguration;

@InContainers
@ContextConfiguration(initializers = ColumnStoreContainer.class)
class ContainerDatasetLoaderIT extends DatasetLoaderKit {}
