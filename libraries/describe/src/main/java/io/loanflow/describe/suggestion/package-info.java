/** What a definition of a table should say, and how sure that is. */
@NullMarked
package io.loanflow.describe.suggestion;

import org.jspecify.annotations.NullMarked;
