@NullMarked
package io.loanflow.localstack.prediction;

import org.jspecify.annotations.NullMarked;
