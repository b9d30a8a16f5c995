/** Doors that clients of other serving software know: MLflow's, KServe's and the Open Inference Protocol. */
@NullMarked
package io.loanflow.serving.protocol;

import org.jspecify.annotations.NullMarked;
