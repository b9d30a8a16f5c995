@NullMarked
package io.loanflow.localstack.command;

import org.jspecify.annotations.NullMarked;
