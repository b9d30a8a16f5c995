/** Makes up rows of a data set from statistics of a real file, for when that file is out of reach. */
@NullMarked
package io.loanflow.synthetic;

import org.jspecify.annotations.NullMarked;
