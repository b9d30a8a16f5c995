/** The stack in containers: the compose file, its settings, and what runs of it. */
@NullMarked
package io.loanflow.localstack.container;

import org.jspecify.annotations.NullMarked;
