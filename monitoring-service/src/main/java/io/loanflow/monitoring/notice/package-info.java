/** Who is told of judged windows: MLflow, Prometheus and a webhook. */
@NullMarked
package io.loanflow.monitoring.notice;

import org.jspecify.annotations.NullMarked;
