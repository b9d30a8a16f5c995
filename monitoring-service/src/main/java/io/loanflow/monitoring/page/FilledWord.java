package io.loanflow.monitoring.page;

/**
 * What a person filled into a form of the page of releases, and what is wrong with it.
 *
 * @param form id of the workflow that waits, or {@link #ROLLBACK}; empty where nothing was filled in
 * @param nameProblem what is wrong with the name; empty where nothing is
 * @param reasonProblem the same of the reason
 */
public record FilledWord(String form, String name, String reason, String nameProblem, String reasonProblem) {

    public static final String ROLLBACK = "rollback";

    public static final FilledWord NONE = new FilledWord("", "", "", "", "");

    /** A person's word on a release; blanks are no name and no reason. */
    public static FilledWord word(String release, String name, String reason) {
        return new FilledWord(
                release,
                name,
                reason,
                name.isBlank() ? "Say who you are: blanks are no name" : "",
                reason.isBlank() ? "Say why: blanks are no reason" : "");
    }

    public static FilledWord rollback(String reason) {
        return new FilledWord(ROLLBACK, "", reason, "", reason.isBlank() ? "Say why: blanks are no reason" : "");
    }

    public boolean isWrong() {
        return !nameProblem.isEmpty() || !reasonProblem.isEmpty();
    }

    /** Of one of the page's forms: what was filled into it, nothing where it was another. */
    FilledWord in(String other) {
        return form.equals(other) ? this : NONE;
    }
}
