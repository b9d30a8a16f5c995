/** Looks at a table that nobody has described yet, and suggests a definition of it. */
@NullMarked
package io.loanflow.describe;

import org.jspecify.annotations.NullMarked;
