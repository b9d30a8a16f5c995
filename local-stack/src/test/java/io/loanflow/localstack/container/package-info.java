@NullMarked
package io.loanflow.localstack.container;

import org.jspecify.annotations.NullMarked;
