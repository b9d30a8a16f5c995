@NullMarked
package io.loanflow.model.whatif;

import org.jspecify.annotations.NullMarked;
