/** What people look at in a run: pictures and tables. */
@NullMarked
package io.loanflow.training.report;

import org.jspecify.annotations.NullMarked;
