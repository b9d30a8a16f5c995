/** What a request may cost: bytes, time, threads. */
@NullMarked
package io.loanflow.web.limit;

import org.jspecify.annotations.NullMarked;
