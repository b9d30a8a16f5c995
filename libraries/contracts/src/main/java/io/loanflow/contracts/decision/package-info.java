/** What is remembered of the decisions that serving answered. */
@NullMarked
package io.loanflow.contracts.decision;

import org.jspecify.annotations.NullMarked;
