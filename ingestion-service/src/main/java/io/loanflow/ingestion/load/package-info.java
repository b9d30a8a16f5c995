/** Loads a file exactly once: hash, lock, check and store at the same time, and say so in the ledger last. */
@NullMarked
package io.loanflow.ingestion.load;

import org.jspecify.annotations.NullMarked;
