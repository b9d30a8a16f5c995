@NullMarked
package io.loanflow.monitoring;

import org.jspecify.annotations.NullMarked;
