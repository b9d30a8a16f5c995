/** How files of rows are packed, encoded and written: what is true of them before anybody knows their columns. */
@NullMarked
package io.loanflow.tablefiles;

import org.jspecify.annotations.NullMarked;
