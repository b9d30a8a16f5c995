/** A model as an ONNX graph, from a row's columns to the decision. */
@NullMarked
package io.loanflow.model.onnx;

import org.jspecify.annotations.NullMarked;
