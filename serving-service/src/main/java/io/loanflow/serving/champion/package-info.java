@NullMarked
package io.loanflow.serving.champion;

import org.jspecify.annotations.NullMarked;
