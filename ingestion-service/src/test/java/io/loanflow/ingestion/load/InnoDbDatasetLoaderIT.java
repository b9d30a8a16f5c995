package io.loanflow.ingestion.load;

import io.loanflow.ingestion.InnoDb;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = InnoDb.class)
class InnoDbDatasetLoaderIT extends DatasetLoaderKit {}
