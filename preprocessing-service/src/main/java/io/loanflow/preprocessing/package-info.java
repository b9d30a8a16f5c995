@NullMarked
package io.loanflow.preprocessing;

import org.jspecify.annotations.NullMarked;
