/** Trees as nodes of an ONNX graph that says to the bit what the scorers here say. */
@NullMarked
package io.loanflow.trees.onnx;

import org.jspecify.annotations.NullMarked;
