/** The models whose decisions are watched. */
@NullMarked
package io.loanflow.monitoring.model;

import org.jspecify.annotations.NullMarked;
