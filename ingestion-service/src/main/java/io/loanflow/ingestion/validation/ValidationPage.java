package io.loanflow.ingestion.validation;

import io.loanflow.web.page.Layout;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;

/** The result as a page for people. */
public final class ValidationPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(ValidationPage.class, "page.mustache");

    private ValidationPage() {}

    public static String title(ValidationResult result) {
        return "Validation of " + result.meta().file();
    }

    public static Markup content(ValidationResult result, LoadHeading load) {
        return TEMPLATE.fill(Report.of(result, load));
    }

    /** One file that needs nothing but itself. */
    public static String write(ValidationResult result, LoadHeading load) {
        return Layout.standalone(title(result), content(result, load));
    }
}
