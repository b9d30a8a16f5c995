/** Files of rows, of any length: read, scored and answered block by block, CSV or Arrow. */
@NullMarked
package io.loanflow.serving.file;

import org.jspecify.annotations.NullMarked;
