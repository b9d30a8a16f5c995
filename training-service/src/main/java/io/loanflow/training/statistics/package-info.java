/** What numbers measured on some rows say of all rows. */
@NullMarked
package io.loanflow.training.statistics;

import org.jspecify.annotations.NullMarked;
