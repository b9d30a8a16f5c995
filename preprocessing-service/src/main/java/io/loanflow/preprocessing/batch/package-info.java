@NullMarked
package io.loanflow.preprocessing.batch;

import org.jspecify.annotations.NullMarked;
