/** Decisions whose outcome became known, as rows to learn from. */
@NullMarked
package io.loanflow.ingestion.outcome;

import org.jspecify.annotations.NullMarked;
