/** An append-only journal on the local disk: what was appended is there after any crash, and knows nothing of what it means. */
@NullMarked
package io.loanflow.serving.journal;

import org.jspecify.annotations.NullMarked;
