package io.loanflow.monitoring.page;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.monitoring.decision.StoredDecision;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions of a data set by time. */
public final class DecisionsPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(DecisionsPage.class, "decisions.mustache");

    private DecisionsPage() {}

    /**
     * What is shown.
     *
     * @param dataset empty where nothing was decided yet
     * @param datasets about whose records anything was decided
     * @param until what the person asked for, as it was typed; empty for nothing
     * @param problem what is wrong with what was asked for; empty where nothing is
     * @param more whether there are older ones
     */
    public record Content(
            String dataset,
            List<String> datasets,
            String until,
            String problem,
            List<StoredDecision> decisions,
            boolean more) {}

    /** @param definition of the data set; empty where it is not known */
    public static Markup content(Content content, Optional<DatasetDefinition> definition) {
        List<StoredDecision> decisions = content.decisions();
        Map<String, Object> values = new HashMap<>();
        values.put("dataset", content.dataset());
        values.put("datasets", DatasetChoice.of(content.datasets(), content.dataset()));
        values.put("until", content.until());
        values.put("problem", content.problem());
        values.put("none", content.datasets().isEmpty());
        values.put("found", !decisions.isEmpty());
        values.put(
                "decisions",
                decisions.stream()
                        .map(decision -> DecisionLine.of(decision, definition))
                        .toList());
        values.put("more", content.more());
        values.put(
                "last",
                decisions.isEmpty() ? "" : decisions.get(decisions.size() - 1).id());
        return TEMPLATE.fill(values);
    }
}
