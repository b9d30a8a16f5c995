package io.loanflow.serving.page;

import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.replay.Replay;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** A decision that was made again, beside the one that was answered. */
public final class ReplayPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(ReplayPage.class, "replay.mustache");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReplayPage() {}

    private record Line(String name, String decided, String replayed) {}

    /** @param decision address of the page of the decision */
    public static Markup content(Replay replay, String decision) {
        Decision.Verdict before = replay.decision().verdict();
        Decision.Verdict now = replay.replayed();
        return TEMPLATE.fill(Map.of(
                "id", replay.decision().id(),
                "decision", decision,
                "version", replay.decision().model().version(),
                "model", replay.decision().model().name(),
                "equal", replay.isEqual(),
                "lines",
                        List.of(
                                new Line("Label", before.label(), now.label()),
                                new Line("Probability", exact(before.probability()), exact(now.probability())),
                                new Line("Threshold", exact(before.threshold()), exact(now.threshold())),
                                new Line("Score before calibration", exact(before.score()), exact(now.score())),
                                new Line("Reasons", reasons(before), reasons(now)))));
    }

    /** To its last bit. */
    private static String exact(double number) {
        return Double.toString(number);
    }

    private static String reasons(Decision.Verdict verdict) {
        if (verdict.reasons() == null) {
            return "none";
        }
        return String.join(
                "; ",
                JSON.readTree(Objects.requireNonNull(verdict.reasons()))
                        .valueStream()
                        .map(reason -> reason.path("text").asString("") + " "
                                + exact(reason.path("contribution").asDouble()))
                        .toList());
    }
}
