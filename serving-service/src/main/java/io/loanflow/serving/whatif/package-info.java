@NullMarked
package io.loanflow.serving.whatif;

import org.jspecify.annotations.NullMarked;
