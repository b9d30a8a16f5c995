/** What was loaded and what was set aside: the ledger of loads and the quarantined rows. */
@NullMarked
package io.loanflow.ingestion.ledger;

import org.jspecify.annotations.NullMarked;
