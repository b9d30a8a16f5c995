/** A model: what it is made of, put together and checked in one way for all who use it. */
@NullMarked
package io.loanflow.model;

import org.jspecify.annotations.NullMarked;
