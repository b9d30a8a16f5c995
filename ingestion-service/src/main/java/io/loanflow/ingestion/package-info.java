@NullMarked
package io.loanflow.ingestion;

import org.jspecify.annotations.NullMarked;
