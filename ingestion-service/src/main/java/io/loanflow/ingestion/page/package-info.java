/** Loads as pages for people. */
@NullMarked
package io.loanflow.ingestion.page;

import org.jspecify.annotations.NullMarked;
