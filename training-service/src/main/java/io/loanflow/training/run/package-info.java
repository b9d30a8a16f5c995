/** From batches to a registered version: one MLflow run for the same batches and settings. */
@NullMarked
package io.loanflow.training.run;

import org.jspecify.annotations.NullMarked;
