/** The demonstration: clients whose records drift, and what the watch makes of it. */
@NullMarked
package io.loanflow.localstack.demo;

import org.jspecify.annotations.NullMarked;
