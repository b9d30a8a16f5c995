/** How a file is written, seen from its beginning. */
@NullMarked
package io.loanflow.describe.form;

import org.jspecify.annotations.NullMarked;
