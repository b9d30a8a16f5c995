package io.loanflow.web.page;

/** What the navigation leads to, in its order. */
public enum Place {
    TRY("Try one", Service.SERVING, "/try", "Fill in a record, and see what would be decided and why."),
    DECISIONS(
            "Decisions",
            Service.MONITORING,
            "/decisions",
            "Find what was decided, why, and whether it comes out the same again."),
    WATCH("Watch", Service.MONITORING, "/watch", "Whether decisions drift from what their model learned from."),
    RELEASES(
            "Releases",
            Service.MONITORING,
            "/releases",
            "Versions, what speaks for each, and what waits for a person's word."),
    LOADS(
            "Loads",
            Service.INGESTION,
            "/loads",
            "Files that were loaded, what was wrong with them, and what their rows look like.");

    private final String title;
    private final Service service;
    private final String path;
    private final String purpose;

    Place(String title, Service service, String path, String purpose) {
        this.title = title;
        this.service = service;
        this.path = path;
        this.purpose = purpose;
    }

    public String title() {
        return title;
    }

    /** Who has the page. */
    Service service() {
        return service;
    }

    /** On its service. */
    public String path() {
        return path;
    }

    /** What it is for, as a sentence. */
    String purpose() {
        return purpose;
    }
}
