/** Tables in files whose values have types: Parquet, Arrow and Excel workbooks. */
@NullMarked
package io.loanflow.tablefiles.typed;

import org.jspecify.annotations.NullMarked;
