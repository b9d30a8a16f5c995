package io.loanflow.training.gate;

import io.loanflow.contracts.release.Verdict;
import io.loanflow.training.statistics.Bootstrap;
import io.loanflow.training.statistics.Estimate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A ruling for programs; null where there is no such figure. */
final class RulingJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RulingJson() {}

    static byte[] write(RulingHeading heading, Ruling ruling) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("dataset", heading.dataset());
        json.put("challenger", heading.challenger());
        json.put("champion", heading.champion());
        json.put("resamples", Bootstrap.RESAMPLES);
        json.put("verdict", ruling.verdict().name());
        json.put("reason", ruling.reason());
        ArrayNode criteria = json.putArray("criteria");
        ruling.criteria().forEach(criterion -> put(criteria.addObject(), criterion));
        return MAPPER.writeValueAsBytes(json);
    }

    private static void put(ObjectNode json, Criterion criterion) {
        Figures figures = criterion.figures();
        json.put("criterion", criterion.name());
        json.put("digits", figures.digits());
        put(json, "challenger", figures.challenger());
        put(json, "champion", figures.champion());
        json.set("interval", interval(figures));
        put(json, "true_gain_that_passes_9_of_10", figures.detectable());
        json.put("rule", criterion.rule());
        json.put("verdict", criterion.opinion().name());
        json.put("finding", criterion.finding());
    }

    private static ObjectNode interval(Figures figures) {
        ObjectNode json = MAPPER.createObjectNode();
        Estimate interval = figures.interval();
        if (interval == null) {
            return json;
        }
        json.put("of", Double.isNaN(figures.champion()) ? "challenger" : "challenger less champion");
        put(json, "value", interval.value());
        put(json, "lower", interval.lower());
        put(json, "upper", interval.upper());
        put(json, "standard_error", interval.standardError());
        put(json, "confidence", interval.confidence());
        return json;
    }

    static Ruling read(byte[] file) {
        JsonNode json = MAPPER.readTree(file);
        return new Ruling(
                Verdict.valueOf(json.path("verdict").asString()),
                json.path("reason").asString(),
                json.path("criteria").valueStream().map(RulingJson::criterion).toList());
    }

    private static Criterion criterion(JsonNode json) {
        double challenger = number(json, "challenger");
        double champion = number(json, "champion");
        Figures figures = Figures.of(challenger, champion, interval(json.path("interval")))
                .detecting(number(json, "true_gain_that_passes_9_of_10"));
        return new Criterion(
                json.path("criterion").asString(),
                json.has("digits") ? figures.rounded(json.path("digits").asInt()) : figures,
                Opinion.valueOf(json.path("verdict").asString()),
                json.path("rule").asString(),
                json.path("finding").asString());
    }

    private static @Nullable Estimate interval(JsonNode json) {
        return json.isEmpty()
                ? null
                : new Estimate(
                        number(json, "value"),
                        number(json, "standard_error"),
                        number(json, "lower"),
                        number(json, "upper"),
                        number(json, "confidence"));
    }

    private static double number(JsonNode json, String name) {
        return json.path(name).asDouble(Double.NaN);
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
