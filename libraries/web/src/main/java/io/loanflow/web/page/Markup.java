package io.loanflow.web.page;

/** HTML in which every value is escaped: only a {@link PageTemplate} makes it. */
public final class Markup {

    private final String html;

    Markup(String html) {
        this.html = html;
    }

    /** Read by templates that hold it. */
    public String html() {
        return html;
    }
}
