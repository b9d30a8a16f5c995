@NullMarked
package io.loanflow.testsupport;

import org.jspecify.annotations.NullMarked;
