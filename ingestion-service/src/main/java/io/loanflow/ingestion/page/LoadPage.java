package io.loanflow.ingestion.page;

import io.loanflow.ingestion.ledger.LoadSummary;
import io.loanflow.ingestion.ledger.QuarantineEntry;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;
import io.loanflow.web.page.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One load. */
public final class LoadPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(LoadPage.class, "load.mustache");

    private LoadPage() {}

    /**
     * What is shown.
     *
     * @param reported whether there is a validation report
     * @param aside the first rows that were set aside
     * @param run address of the run that made it; null where a person did, or where it is not known
     * @param columns of the stored rows; empty where none can be seen
     */
    public record Content(
            LoadSummary load,
            boolean reported,
            List<QuarantineEntry> aside,
            @Nullable String run,
            List<ProfiledColumn> columns) {}

    private record Problem(String row, String column, String reason, String text) {

        static Problem of(QuarantineEntry entry) {
            return new Problem(Texts.count(entry.rowNumber()), entry.column(), entry.reason(), entry.rawRow());
        }
    }

    public static Markup content(Content content) {
        LoadSummary load = content.load();
        Map<String, Object> values = new HashMap<>();
        values.put("line", LoadLine.of(load));
        values.put("reason", Objects.requireNonNullElse(load.reason(), ""));
        values.put("sha256", load.sha256());
        values.put("definition", Objects.requireNonNullElse(load.definitionDigest(), ""));
        values.put("seconds", Texts.number(load.seconds()));
        values.put("expectations", load.expectationsEvaluated());
        values.put("failed", load.expectationsFailed());
        values.put("reported", content.reported());
        values.put("run", Objects.requireNonNullElse(content.run(), ""));
        values.put("workflow", Objects.requireNonNullElse(load.workflowId(), ""));
        values.put("problems", content.aside().stream().map(Problem::of).toList());
        values.put("shown", Texts.count(content.aside().size()));
        values.put("hasProblems", !content.aside().isEmpty());
        values.put("columns", content.columns());
        values.put("hasColumns", !content.columns().isEmpty());
        return TEMPLATE.fill(values);
    }
}
