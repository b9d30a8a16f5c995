package io.loanflow.localstack.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row about which the model in service is nearly undecided: says more than one that it finds easy. It begins with the model's own
 * example and changes one column at a time to values that the rows of a load have in the middle, so that it is nobody's own data.
 */
public final class NearThreshold {

    /** More than enough: most models are there after two. */
    private static final int ROUNDS = 4;
    /** Near enough. */
    private static final double DISTANCE = 0.02;
    /** Around the mean, in standard deviations. */
    private static final double[] STEPS = {-1, -0.5, 0, 0.5, 1};

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TriedRows tried;

    public NearThreshold(TriedRows tried) {
        this.tried = tried;
    }

    /**
     * The row.
     *
     * @param model in service, as it describes itself
     * @param columns of the load's profile; where there are none it is the model's example
     * @throws PredictionException where the service does not answer
     */
    public JsonNode row(JsonNode model, List<JsonNode> columns) {
        double threshold = model.path("threshold").asDouble();
        Candidate best = nearest(List.of(model.path("example")), threshold);
        for (int round = 0; round < ROUNDS && best.distance() > DISTANCE; round++) {
            Candidate next = nearest(variants(best.row(), model, columns), threshold);
            if (next.distance() >= best.distance()) {
                break;
            }
            best = next;
        }
        return best.row();
    }

    /** The row itself is among them. */
    private static List<JsonNode> variants(JsonNode row, JsonNode model, List<JsonNode> columns) {
        List<JsonNode> variants = new ArrayList<>(List.of(row));
        for (JsonNode column : columns) {
            String name = column.path("column").asString("");
            model.path("features")
                    .valueStream()
                    .filter(feature -> feature.path("name").asString("").equals(name))
                    .flatMap(feature -> values(feature, column))
                    .forEach(value -> variants.add(((ObjectNode) row.deepCopy()).set(name, value)));
        }
        return variants;
    }

    private static Stream<JsonNode> values(JsonNode feature, JsonNode column) {
        if (column.has("categories")) {
            JsonNode rows = column.path("categories");
            return feature.path("categories")
                    .valueStream()
                    .filter(category -> rows.path(category.asString("")).asLong() > 0);
        }
        return column.has("mean") ? numbers(feature, column) : Stream.empty();
    }

    private static Stream<JsonNode> numbers(JsonNode feature, JsonNode column) {
        boolean whole = feature.path("type").asString("").equals("integer");
        double least = column.path("minimum").asDouble();
        double greatest = column.path("maximum").asDouble();
        return Arrays.stream(STEPS)
                .map(step -> column.path("mean").asDouble()
                        + step * column.path("deviation").asDouble())
                .map(value -> Math.min(greatest, Math.max(least, value)))
                .mapToObj(value -> whole
                        ? JSON.getNodeFactory().numberNode(Math.round(value))
                        : JSON.getNodeFactory().numberNode(Math.round(value * 100) / 100.0));
    }

    private Candidate nearest(List<JsonNode> rows, double threshold) {
        List<@Nullable Double> probabilities = tried.probabilities(rows);
        Candidate best = new Candidate(rows.get(0), Double.POSITIVE_INFINITY);
        for (int i = 0; i < rows.size(); i++) {
            Double probability = probabilities.get(i);
            // A value in the middle of the rows may be one that the definition does not allow.
            double distance = probability == null ? Double.POSITIVE_INFINITY : Math.abs(probability - threshold);
            if (distance < best.distance()) {
                best = new Candidate(rows.get(i), distance);
            }
        }
        return best;
    }

    private record Candidate(JsonNode row, double distance) {}
}
