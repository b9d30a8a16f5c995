/** The pipeline workflow: a straight line over activities of the services. */
@NullMarked
package io.loanflow.worker.pipeline;

import org.jspecify.annotations.NullMarked;
