package io.loanflow.localstack.stack;

/** Told how starting goes, from several threads, part by part; addresses are for people. */
public interface StartListener {

    StartListener SILENT = new StartListener() {
        @Override
        public void starting(String name, String address) {}

        @Override
        public void ready(String name, String address) {}

        @Override
        public void failed(String name, String address) {}
    };

    void starting(String name, String address);

    void ready(String name, String address);

    void failed(String name, String address);
}
