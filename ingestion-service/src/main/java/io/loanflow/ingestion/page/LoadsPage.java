package io.loanflow.ingestion.page;

import io.loanflow.ingestion.ledger.LoadSummary;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/** The ledger of loads. */
public final class LoadsPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(LoadsPage.class, "loads.mustache");

    private LoadsPage() {}

    /** @param dataset whose loads they are; null for all */
    public static Markup content(@Nullable String dataset, Page<LoadSummary> loads) {
        Map<String, Object> values = new HashMap<>();
        values.put("dataset", dataset == null ? "" : dataset);
        values.put("total", loads.getTotalElements());
        values.put("none", loads.getTotalElements() == 0);
        values.put("loads", loads.map(LoadLine::of).getContent());
        values.put("newer", loads.hasPrevious());
        values.put("newerPage", loads.getNumber() - 1);
        values.put("older", loads.hasNext());
        values.put("olderPage", loads.getNumber() + 1);
        return TEMPLATE.fill(values);
    }
}
