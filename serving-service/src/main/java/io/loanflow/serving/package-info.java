@NullMarked
package io.loanflow.serving;

import org.jspecify.annotations.NullMarked;
