/** Files that somebody drops into a data set's inbox. */
@NullMarked
package io.loanflow.ingestion.inbox;

import org.jspecify.annotations.NullMarked;
