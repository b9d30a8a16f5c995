/** A file, read strictly and checked row by row against its definition and expectations. Knows no database. */
@NullMarked
package io.loanflow.ingestion.check;

import org.jspecify.annotations.NullMarked;
