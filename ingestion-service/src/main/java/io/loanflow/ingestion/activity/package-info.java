/** What a pipeline asks of ingestion. */
@NullMarked
package io.loanflow.ingestion.activity;

import org.jspecify.annotations.NullMarked;
