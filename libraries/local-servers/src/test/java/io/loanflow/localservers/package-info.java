@NullMarked
package io.loanflow.localservers;

import org.jspecify.annotations.NullMarked;
