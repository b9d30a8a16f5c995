@NullMarked
package io.loanflow.localstack.pipeline;

import org.jspecify.annotations.NullMarked;
