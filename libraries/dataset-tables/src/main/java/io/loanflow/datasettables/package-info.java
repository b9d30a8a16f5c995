/**
 * The tables of a data set in MariaDB: its one big table of rows and its table of decisions, made from the definition and filled by streaming
 * {@code LOAD DATA LOCAL INFILE}.
 */
@NullMarked
package io.loanflow.datasettables;

import org.jspecify.annotations.NullMarked;
