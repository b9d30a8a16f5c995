package io.loanflow.localstack.stack;

/** Told how starting goes, from several threads. */
public interface StartListener {

    StartListener SILENT = new StartListener() {
        @Override
        public void starting(Component component) {}

        @Override
        public void ready(Component component, boolean launched) {}

        @Override
        public void failed(Component component) {}
    };

    void starting(Component component);

    /** @param launched false where it was running already */
    void ready(Component component, boolean launched);

    void failed(Component component);
}
