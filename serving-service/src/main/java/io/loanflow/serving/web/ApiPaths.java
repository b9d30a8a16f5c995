package io.loanflow.serving.web;

/** Addresses of the API: each is there for every data set, and without a name for the standard one. */
final class ApiPaths {

    static final String OF_STANDARD = "/api/v1";
    static final String OF_DATASET = OF_STANDARD + "/{dataset}";
    static final String PREDICTIONS = "/predictions";
    static final String BATCH = "/batch";
    static final String FILE = "/file";
    static final String WHAT_IF = "/what-if";
    static final String MODEL = "/model";
    static final String DECISION = OF_STANDARD + "/decisions/{id}";
    static final String REPLAY = "/replay";

    private ApiPaths() {}
}
