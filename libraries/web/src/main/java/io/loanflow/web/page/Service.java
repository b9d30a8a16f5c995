package io.loanflow.web.page;

/** The services that have pages of their own. */
public enum Service {
    SERVING("serving-service"),
    INGESTION("ingestion-service"),
    MONITORING("monitoring-service");

    private final String application;

    Service(String application) {
        this.application = application;
    }

    /** Whether that is its name as {@code spring.application.name}. */
    boolean is(String name) {
        return application.equals(name);
    }
}
