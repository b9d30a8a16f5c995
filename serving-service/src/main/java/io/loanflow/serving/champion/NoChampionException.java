package io.loanflow.serving.champion;

/** No model has passed its self-test since this service started, so that nothing can be predicted. */
public final class NoChampionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoChampionException(String message) {
        super(message);
    }
}
