/** Loads over HTTP, for people. */
@NullMarked
package io.loanflow.ingestion.web;

import org.jspecify.annotations.NullMarked;
