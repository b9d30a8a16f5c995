/** Brings all of it into a service that has this library on its class path. */
@NullMarked
package io.loanflow.web.autoconfigure;

import org.jspecify.annotations.NullMarked;
