@NullMarked
package io.loanflow.featurebatches;

import org.jspecify.annotations.NullMarked;
