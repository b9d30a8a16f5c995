@NullMarked
package io.loanflow.localstack.terminal;

import org.jspecify.annotations.NullMarked;
