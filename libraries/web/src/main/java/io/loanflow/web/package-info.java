/** What every HTTP side of a service shares: problem documents (RFC 9457) and the OpenAPI document. */
@NullMarked
package io.loanflow.web;

import org.jspecify.annotations.NullMarked;
