/** The pages in a real browser. */
@NullMarked
package io.loanflow.localstack.browser;

import org.jspecify.annotations.NullMarked;
