@NullMarked
package io.loanflow.preprocessing.spool;

import org.jspecify.annotations.NullMarked;
