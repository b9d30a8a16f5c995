package io.loanflow.localstack.stack;

/** The ports of the loopback address that a stack takes. */
public enum Port {
    SERVING(8080),
    INGESTION(8081),
    PREPROCESSING(8082),
    TRAINING(8083),
    WORKER(8084),
    MONITORING(8085),
    TEMPORAL(7233),
    TEMPORAL_UI(8233),
    MLFLOW(5000),
    MARIADB(13306),
    REDIS(16379);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }

    /** The environment variable that changes it. */
    public String setting() {
        return "LOANFLOW_" + name() + "_PORT";
    }
}
