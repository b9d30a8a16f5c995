/** Why a model decided as it did. */
@NullMarked
package io.loanflow.model.reason;

import org.jspecify.annotations.NullMarked;
