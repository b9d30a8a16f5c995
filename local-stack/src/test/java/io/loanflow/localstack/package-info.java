@NullMarked
package io.loanflow.localstack;

import org.jspecify.annotations.NullMarked;
