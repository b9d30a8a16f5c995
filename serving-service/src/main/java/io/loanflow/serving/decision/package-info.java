/** Remembers what was answered: in a journal before the answer leaves, and from there in the database. */
@NullMarked
package io.loanflow.serving.decision;

import org.jspecify.annotations.NullMarked;
