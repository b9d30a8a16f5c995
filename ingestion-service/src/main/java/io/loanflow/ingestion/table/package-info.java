/** The one big table of a data set: made from the definition, filled by streaming {@code LOAD DATA LOCAL INFILE}. */
@NullMarked
package io.loanflow.ingestion.table;

import org.jspecify.annotations.NullMarked;
