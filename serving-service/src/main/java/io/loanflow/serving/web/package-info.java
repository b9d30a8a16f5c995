@NullMarked
package io.loanflow.serving.web;

import org.jspecify.annotations.NullMarked;
