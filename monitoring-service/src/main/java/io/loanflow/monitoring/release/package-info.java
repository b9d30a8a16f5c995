/** What became of versions, and what people say of those that wait. */
@NullMarked
package io.loanflow.monitoring.release;

import org.jspecify.annotations.NullMarked;
