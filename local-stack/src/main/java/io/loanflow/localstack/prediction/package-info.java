/** Predictions over HTTP, as any client asks for them. */
@NullMarked
package io.loanflow.localstack.prediction;

import org.jspecify.annotations.NullMarked;
