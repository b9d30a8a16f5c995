@NullMarked
package io.loanflow.worker;

import org.jspecify.annotations.NullMarked;
