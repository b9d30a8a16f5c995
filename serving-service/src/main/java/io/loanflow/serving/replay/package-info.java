/** Decides a remembered record again with the version that decided it, and says whether it comes out the same. */
@NullMarked
package io.loanflow.serving.replay;

import org.jspecify.annotations.NullMarked;
