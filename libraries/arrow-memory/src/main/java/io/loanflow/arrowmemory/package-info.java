/** Memory outside the heap for files in Arrow's format. */
@NullMarked
package io.loanflow.arrowmemory;

import org.jspecify.annotations.NullMarked;
