/** What versions are like when clients ask them: figures for a release, which goes on or back by them. */
@NullMarked
package io.loanflow.serving.rollout;

import org.jspecify.annotations.NullMarked;
