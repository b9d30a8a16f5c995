/** Asking the model in service as pages for people. */
@NullMarked
package io.loanflow.serving.page;

import org.jspecify.annotations.NullMarked;
