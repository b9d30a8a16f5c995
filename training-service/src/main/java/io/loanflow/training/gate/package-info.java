/** The rule by which a challenger becomes champion, on scores of the same rows: criteria, their table, and its page. */
@NullMarked
package io.loanflow.training.gate;

import org.jspecify.annotations.NullMarked;
