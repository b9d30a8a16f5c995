/** A model as files. */
@NullMarked
package io.loanflow.model.folder;

import org.jspecify.annotations.NullMarked;
