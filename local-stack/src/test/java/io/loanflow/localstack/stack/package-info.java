@NullMarked
package io.loanflow.localstack.stack;

import org.jspecify.annotations.NullMarked;
