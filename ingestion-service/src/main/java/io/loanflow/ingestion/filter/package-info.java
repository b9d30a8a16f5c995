/** Which rows of a file belong to the data set. */
@NullMarked
package io.loanflow.ingestion.filter;

import org.jspecify.annotations.NullMarked;
