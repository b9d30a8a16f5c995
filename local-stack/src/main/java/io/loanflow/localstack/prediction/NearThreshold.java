package io.loanflow.localstack.prediction;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row about which the model in service is nearly undecided: says more than one that it finds easy. It is the model's own example with what
 * changes its decision changed, so that it is nobody's own data; asked by what-if, which remembers nothing.
 */
public final class NearThreshold {

    /** To the other side of the threshold, and back to the nearest row on this one. */
    private static final int ROUNDS = 2;

    private final ServingClient serving;

    public NearThreshold(ServingClient serving) {
        this.serving = serving;
    }

    /**
     * The row; the model's example where no column of it may change.
     *
     * @param model in service, as it describes itself
     */
    public JsonNode row(JsonNode model) {
        Comparator<Candidate> distance =
                Comparator.comparingDouble(candidate -> candidate.distance(model.path("threshold")));
        Candidate best = new Candidate(model.path("example"), Double.POSITIVE_INFINITY);
        for (int round = 0; round < ROUNDS; round++) {
            Candidate from = best;
            best = Stream.concat(Stream.of(from), candidates(from.row()).stream())
                    .min(distance)
                    .orElse(from);
        }
        return best.row();
    }

    private List<Candidate> candidates(JsonNode row) {
        try {
            JsonNode answer = serving.whatIf(row.toString());
            Stream<Candidate> alternatives = answer.path("alternatives")
                    .valueStream()
                    .map(alternative -> new Candidate(
                            changed(row, alternative),
                            alternative.path("probability").asDouble()));
            return Stream.concat(
                            Stream.of(new Candidate(
                                    row, answer.path("probability").asDouble())),
                            alternatives)
                    .toList();
        } catch (PredictionException e) {
            // A model of an earlier kind; whatever else is wrong, the prediction that follows says.
            return List.of();
        }
    }

    private static JsonNode changed(JsonNode row, JsonNode alternative) {
        ObjectNode changed = ((ObjectNode) row).deepCopy();
        alternative
                .path("changes")
                .forEach(change -> changed.set(change.path("column").asString(), change.path("to")));
        return changed;
    }

    private record Candidate(JsonNode row, double probability) {

        double distance(JsonNode threshold) {
            return Math.abs(probability - threshold.asDouble());
        }
    }
}
