@NullMarked
package io.loanflow.contracts.ingestion;

import org.jspecify.annotations.NullMarked;
