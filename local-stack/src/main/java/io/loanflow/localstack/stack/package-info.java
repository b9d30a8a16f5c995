/** Servers and applications of one machine: started side by side, remembered, stopped. */
@NullMarked
package io.loanflow.localstack.stack;

import org.jspecify.annotations.NullMarked;
