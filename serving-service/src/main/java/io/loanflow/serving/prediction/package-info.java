@NullMarked
package io.loanflow.serving.prediction;

import org.jspecify.annotations.NullMarked;
