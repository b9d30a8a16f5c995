/** What is expected of a data set's rows: conditions on each row and figures of the whole table. */
@NullMarked
package io.loanflow.ingestion.expectation;

import org.jspecify.annotations.NullMarked;
