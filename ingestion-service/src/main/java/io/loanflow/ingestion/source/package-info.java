/** Where the file of a load comes from. */
@NullMarked
package io.loanflow.ingestion.source;

import org.jspecify.annotations.NullMarked;
