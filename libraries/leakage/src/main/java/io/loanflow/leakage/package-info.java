/** Whether a column alone knows the answer. */
@NullMarked
package io.loanflow.leakage;

import org.jspecify.annotations.NullMarked;
