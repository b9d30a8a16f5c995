package io.loanflow.training.run;

import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.training.TrainingRequest;
import tools.jackson.databind.json.JsonMapper;

/** Keeps with a version which rows it was made from, so that it can be judged at any time. */
public final class RowsTag {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RowsTag() {}

    static String write(TrainingRequest request) {
        return JSON.writeValueAsString(new PreprocessingRequest(request.load(), request.split(), request.run()));
    }

    /** @throws tools.jackson.core.JacksonException if it is not such a tag */
    public static PreprocessingRequest read(String tag) {
        return JSON.readValue(tag, PreprocessingRequest.class);
    }
}
