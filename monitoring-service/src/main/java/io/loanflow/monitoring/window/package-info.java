/** Which decisions are judged together. */
@NullMarked
package io.loanflow.monitoring.window;

import org.jspecify.annotations.NullMarked;
