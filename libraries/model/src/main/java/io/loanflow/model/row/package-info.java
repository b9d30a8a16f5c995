/** A row of a table as numbers and categories: read, encoded, and taken back from features. */
@NullMarked
package io.loanflow.model.row;

import org.jspecify.annotations.NullMarked;
