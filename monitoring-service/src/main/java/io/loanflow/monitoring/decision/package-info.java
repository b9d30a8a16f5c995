/** Counts decisions where they are stored, by a few scans; no row leaves the database. */
@NullMarked
package io.loanflow.monitoring.decision;

import org.jspecify.annotations.NullMarked;
