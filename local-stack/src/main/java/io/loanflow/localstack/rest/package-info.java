/** JSON over HTTP. */
@NullMarked
package io.loanflow.localstack.rest;

import org.jspecify.annotations.NullMarked;
