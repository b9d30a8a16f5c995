@NullMarked
package io.loanflow.preprocessing.fit;

import org.jspecify.annotations.NullMarked;
