/** What checking a file found, in the shape of a Great Expectations validation result, and how it is written. */
@NullMarked
package io.loanflow.ingestion.validation;

import org.jspecify.annotations.NullMarked;
