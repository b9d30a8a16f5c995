/** What a model does overall: what its columns contribute, how its probability follows each of them, and which two work together. */
@NullMarked
package io.loanflow.training.explanation;

import org.jspecify.annotations.NullMarked;
