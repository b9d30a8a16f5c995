@NullMarked
package io.loanflow.contracts.pipeline;

import org.jspecify.annotations.NullMarked;
