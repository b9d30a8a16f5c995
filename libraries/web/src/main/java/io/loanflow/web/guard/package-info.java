/** Who may ask: hosts, origins, and what browsers may do with an answer. */
@NullMarked
package io.loanflow.web.guard;

import org.jspecify.annotations.NullMarked;
