package io.loanflow.serving.page;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.row.Problem;
import io.loanflow.model.whatif.Alternative;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A form made from a model's definition, and what the model says of what was filled in. */
public final class TryPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(TryPage.class, "try.mustache");
    private static final PageTemplate NOTHING = PageTemplate.of(TryPage.class, "nothing.mustache");

    private final ServedModel model;
    private final List<String> datasets;

    /** @param datasets all that are served */
    public TryPage(ServedModel model, List<String> datasets) {
        this.model = model;
        this.datasets = datasets;
    }

    private record Other(String name, boolean current) {}

    /** Where no model is in service. */
    public static Markup nothing() {
        return NOTHING.fill(Map.of());
    }

    public Markup empty() {
        return page(FilledForm.example(model), List.of(), List.of());
    }

    /** @param problems with a pointer to a column each */
    public Markup refused(FilledForm form, List<Problem> problems) {
        return page(form, problems, List.of());
    }

    /** @param alternatives that would be decided otherwise */
    public Markup answered(FilledForm form, Prediction prediction, List<Alternative> alternatives) {
        return page(form, List.of(), List.of(TriedAnswer.of(model, form, prediction, alternatives)));
    }

    private Markup page(FilledForm form, List<Problem> problems, List<TriedAnswer> answers) {
        Map<String, Object> values = new HashMap<>();
        values.put("title", model.definition().title());
        values.put("dataset", model.definition().name());
        values.put("version", model.version().version());
        values.put("synthetic", model.origin() == DataOrigin.SYNTHETIC);
        values.put("others", datasets.size() > 1 ? others() : List.of());
        values.put("several", datasets.size() > 1);
        values.put("positive", model.definition().positiveName());
        values.put("negative", model.definition().negativeName());
        values.put("fields", fields(form, problems));
        values.put("answers", answers);
        values.put("wrong", problems.size());
        values.put("refused", !problems.isEmpty());
        return TEMPLATE.fill(values);
    }

    private List<Other> others() {
        return datasets.stream()
                .map(name -> new Other(name, name.equals(model.definition().name())))
                .toList();
    }

    private List<Field> fields(FilledForm form, List<Problem> problems) {
        return model.definition().features().stream()
                .map(column -> Field.of(column, form.text(column), problem(column, problems)))
                .toList();
    }

    private static String problem(Column column, List<Problem> problems) {
        String pointer = Problem.child("", column.name());
        return problems.stream()
                .filter(problem -> problem.pointer().equals(pointer))
                .map(Problem::detail)
                // What a person types is no JSON.
                .map(detail -> detail.replace("must be a JSON number: ", "must be "))
                .collect(Collectors.joining("; "));
    }
}
