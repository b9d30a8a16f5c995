/** The ledger: what happened, in a chain in which no entry can be changed without its being seen. */
@NullMarked
package io.loanflow.monitoring.ledger;

import org.jspecify.annotations.NullMarked;
