/** What happened to versions, brought to the ledger of releases in order. */
@NullMarked
package io.loanflow.worker.ledger;

import org.jspecify.annotations.NullMarked;
