/** The pipeline and the tuning: straight lines over activities of the services. */
@NullMarked
package io.loanflow.worker.pipeline;

import org.jspecify.annotations.NullMarked;
