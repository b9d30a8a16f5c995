/** What the ledger says. */
@NullMarked
package io.loanflow.localstack.audit;

import org.jspecify.annotations.NullMarked;
