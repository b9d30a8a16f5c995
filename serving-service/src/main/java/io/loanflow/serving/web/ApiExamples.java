package io.loanflow.serving.web;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.model.row.RowReading;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.prediction.BatchPrediction;
import io.loanflow.serving.prediction.Prediction;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests and what the model in service answers to them: computed, so that they cannot be out of date. */
final class ApiExamples {

    static final String PATH = "/api/v1/predictions";
    static final String BATCH_PATH = PATH + "/batch";

    private final JsonMapper mapper;
    private final ServedModel model;
    private final ObjectNode valid;
    private final ObjectNode invalid;

    ApiExamples(JsonMapper mapper, ServedModel model) {
        this.mapper = mapper;
        this.model = model;
        this.valid = (ObjectNode) model.example().deepCopy();
        this.invalid = broken();
    }

    Object valid() {
        return plain(valid);
    }

    Object invalid() {
        return plain(invalid);
    }

    Object prediction() {
        return plain(predict(valid));
    }

    Object invalidProblem() {
        return plain(withInstance(Problems.invalid(read(invalid, "").problems()), PATH));
    }

    Object batch() {
        return plain(Map.of("applications", List.of(valid, invalid)));
    }

    Object batchPrediction() {
        return plain(new BatchPrediction(List.of(
                new BatchPrediction.Answer(predict(valid), null),
                new BatchPrediction.Answer(
                        null, read(invalid, "/applications/1").problems()))));
    }

    /** Two things wrong that any definition allows: the first feature missing, and the protected columns given. */
    private ObjectNode broken() {
        ObjectNode application = valid.deepCopy();
        application.remove(model.definition().features().get(0).name());
        for (Column column : model.definition().protectedColumns()) {
            application.put(
                    column.name(),
                    column.categories().isEmpty() ? "0" : column.categories().get(0));
        }
        return application;
    }

    private Prediction predict(JsonNode application) {
        RowReading reading = read(application, "");
        if (reading.row() == null) {
            throw new IllegalStateException("the example of " + model.version() + " is not valid");
        }
        return Prediction.of(model, model.probability(reading.row()));
    }

    private RowReading read(JsonNode application, String pointer) {
        try (JsonParser parser = mapper.createParser(application.toString())) {
            parser.nextToken();
            return model.reader().read(parser, pointer);
        }
    }

    private static ProblemDetail withInstance(ProblemDetail problem, String path) {
        problem.setInstance(URI.create(path));
        return problem;
    }

    /** As maps and lists, which the library that writes the document can write. */
    private Object plain(Object value) {
        return mapper.convertValue(value, Object.class);
    }
}
