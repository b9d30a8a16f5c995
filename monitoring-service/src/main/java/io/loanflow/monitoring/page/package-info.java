/** The watch as pages for people, which need nothing but themselves. */
@NullMarked
package io.loanflow.monitoring.page;

import org.jspecify.annotations.NullMarked;
