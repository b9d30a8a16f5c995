@NullMarked
package io.loanflow.training;

import org.jspecify.annotations.NullMarked;
