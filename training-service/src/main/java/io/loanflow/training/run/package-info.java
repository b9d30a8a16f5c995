/** A training's run in MLflow, from its key to the registered version: one run for the same batches and settings. */
@NullMarked
package io.loanflow.training.run;

import org.jspecify.annotations.NullMarked;
