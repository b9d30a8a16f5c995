/** What stands in the columns of a table, counted in one pass and bounded memory. */
@NullMarked
package io.loanflow.describe.profile;

import org.jspecify.annotations.NullMarked;
