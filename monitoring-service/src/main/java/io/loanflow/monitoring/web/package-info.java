/** Outcomes and windows over HTTP, for clients and people. */
@NullMarked
package io.loanflow.monitoring.web;

import org.jspecify.annotations.NullMarked;
