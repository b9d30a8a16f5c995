/** The versions of a registered model, as MLflow tells them. */
@NullMarked
package io.loanflow.localstack.registry;

import org.jspecify.annotations.NullMarked;
