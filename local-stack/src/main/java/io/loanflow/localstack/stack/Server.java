package io.loanflow.localstack.stack;

import java.util.List;

/** The servers a stack needs. One that the environment names is used instead of being started. */
public enum Server {
    MARIADB("mariadb", "LOANFLOW_DB_URL"),
    REDIS("redis", "REDIS_URL"),
    TEMPORAL("temporal", "TEMPORAL_ADDRESS"),
    MLFLOW("mlflow", "MLFLOW_TRACKING_URI");

    private final String component;
    private final String setting;

    Server(String component, String setting) {
        this.component = component;
        this.setting = setting;
    }

    /** Name of its process and log. */
    public String component() {
        return component;
    }

    /** The environment variable that names an existing server. */
    public String setting() {
        return setting;
    }

    /** It takes. */
    List<Port> ports() {
        return switch (this) {
            case MARIADB -> List.of(Port.MARIADB);
            case REDIS -> List.of(Port.REDIS);
            case TEMPORAL -> List.of(Port.TEMPORAL, Port.TEMPORAL_UI);
            case MLFLOW -> List.of(Port.MLFLOW);
        };
    }
}
