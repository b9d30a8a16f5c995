package io.loanflow.monitoring.page;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.monitoring.decision.StoredDecision;
import io.loanflow.monitoring.outcome.KnownOutcome;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;
import io.loanflow.web.page.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One decision. */
public final class DecisionPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(DecisionPage.class, "decision.mustache");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DecisionPage() {}

    /**
     * Where the page leads.
     *
     * @param replay decides the record again
     * @param version of the model, in MLflow
     */
    public record Links(String replay, String version) {}

    private record Value(String column, String description, String value) {}

    private record Reason(String column, String text, String contribution) {}

    private record Outcome(String label, String observed, String received) {}

    /**
     * @param definition of the data set; empty where it is not known
     * @param outcomes what was said of it, the latest last
     */
    public static Markup content(
            StoredDecision decision, Optional<DatasetDefinition> definition, List<KnownOutcome> outcomes, Links links) {
        Map<String, Object> values = new HashMap<>();
        values.put("line", DecisionLine.of(decision, definition));
        values.put("score", Texts.figure(decision.score()));
        values.put("digest", decision.modelDigest());
        values.put("links", links);
        values.put("record", values(decision, definition));
        List<Reason> reasons = reasons(decision);
        values.put("reasons", reasons);
        values.put("hasReasons", !reasons.isEmpty());
        values.put(
                "outcomes",
                outcomes.stream()
                        .map(said -> new Outcome(
                                label(said.label(), definition),
                                Texts.time(said.observedAt()),
                                Texts.time(said.receivedAt())))
                        .toList());
        values.put("hasOutcomes", !outcomes.isEmpty());
        return TEMPLATE.fill(values);
    }

    private static List<Value> values(StoredDecision decision, Optional<DatasetDefinition> definition) {
        return JSON.readTree(decision.record())
                .propertyStream()
                .map(property -> new Value(
                        property.getKey(), description(property.getKey(), definition), text(property.getValue())))
                .toList();
    }

    private static String description(String column, Optional<DatasetDefinition> definition) {
        return definition.stream()
                .flatMap(known -> known.columns().stream())
                .filter(known -> known.name().equals(column))
                .map(Column::description)
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "(missing)" : value.isValueNode() ? value.asString() : value.toString();
    }

    private static List<Reason> reasons(StoredDecision decision) {
        if (decision.reasons() == null) {
            return List.of();
        }
        return JSON.readTree(decision.reasons())
                .valueStream()
                .map(reason -> new Reason(
                        reason.path("column").asString(""),
                        reason.path("text").asString(""),
                        Texts.figure(reason.path("contribution").asDouble(Double.NaN))))
                .toList();
    }

    private static String label(String label, Optional<DatasetDefinition> definition) {
        return definition
                .map(known -> label.equals(known.positiveLabel()) ? known.positiveName() : known.negativeName())
                .orElse(label);
    }
}
