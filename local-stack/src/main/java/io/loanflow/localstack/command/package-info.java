/** The command line: what can be typed, and what it does. */
@NullMarked
package io.loanflow.localstack.command;

import org.jspecify.annotations.NullMarked;
