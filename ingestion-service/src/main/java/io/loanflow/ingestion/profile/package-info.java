/** What the stored rows of a load look like, column by column. */
@NullMarked
package io.loanflow.ingestion.profile;

import org.jspecify.annotations.NullMarked;
