@NullMarked
package io.loanflow.localstack.registry;

import org.jspecify.annotations.NullMarked;
