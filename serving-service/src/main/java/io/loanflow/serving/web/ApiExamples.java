package io.loanflow.serving.web;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.model.row.RowReading;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.prediction.Answering;
import io.loanflow.serving.prediction.BatchPrediction;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.serving.prediction.WantedReasons;
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

    private final JsonMapper mapper;
    private final ServedModel model;
    private final String address;
    private final ObjectNode valid;
    private final ObjectNode invalid;

    /** @param address below which the model is asked */
    ApiExamples(JsonMapper mapper, ServedModel model, String address) {
        this.mapper = mapper;
        this.address = address;
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
        return plain(withInstance(Problems.invalid(read(invalid, "").problems()), address + ApiPaths.PREDICTIONS));
    }

    Object batch() {
        return plain(Map.of("rows", List.of(valid, invalid)));
    }

    Object batchPrediction() {
        return plain(new BatchPrediction(List.of(
                new BatchPrediction.Answer(predict(valid), null),
                new BatchPrediction.Answer(null, read(invalid, "/rows/1").problems()))));
    }

    /** Two things wrong that any definition allows: the first feature missing, and the protected columns given. */
    private ObjectNode broken() {
        ObjectNode row = valid.deepCopy();
        row.remove(model.definition().features().get(0).name());
        for (Column column : model.definition().protectedColumns()) {
            row.put(
                    column.name(),
                    column.categories().isEmpty() ? "0" : column.categories().get(0));
        }
        return row;
    }

    private Prediction predict(JsonNode row) {
        RowReading reading = read(row, "");
        if (reading.row() == null) {
            throw new IllegalStateException("the example of " + model.version() + " is not valid");
        }
        return new Answering(model, WantedReasons.STANDARD)
                .answer(reading.row())
                .prediction();
    }

    private RowReading read(JsonNode row, String pointer) {
        try (JsonParser parser = mapper.createParser(row.toString())) {
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
