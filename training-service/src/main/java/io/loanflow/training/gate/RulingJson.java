package io.loanflow.training.gate;

import io.loanflow.training.statistics.Bootstrap;
import io.loanflow.training.statistics.Estimate;
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

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
