@NullMarked
package io.loanflow.serving.application;

import org.jspecify.annotations.NullMarked;
