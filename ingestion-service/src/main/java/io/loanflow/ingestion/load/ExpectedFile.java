package io.loanflow.ingestion.load;

import io.loanflow.ingestion.source.SourceFile;

/**
 * A file that is to have the content that it had when its load began.
 *
 * @param sha256 of that content
 */
record ExpectedFile(SourceFile file, String sha256) {}
