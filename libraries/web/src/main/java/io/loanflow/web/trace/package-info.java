/** Requests as parts of traces (W3C Trace Context), and traces sent on by OTLP where an address is named. */
@NullMarked
package io.loanflow.web.trace;

import org.jspecify.annotations.NullMarked;
