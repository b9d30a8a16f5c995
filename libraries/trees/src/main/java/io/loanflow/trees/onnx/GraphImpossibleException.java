package io.loanflow.trees.onnx;

/** A model that no graph says exactly; the message says why, as the end of a sentence. */
public final class GraphImpossibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GraphImpossibleException(String message) {
        super(message);
    }
}
