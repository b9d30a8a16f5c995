package io.loanflow.training.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a ruling is about.
 *
 * @param challenger version
 * @param champion version; null where there is none yet
 */
public record RulingHeading(
        String dataset, int challenger, @Nullable Integer champion) {

    /** Path of the page in the challenger's run: one for each champion that it met. */
    public String page() {
        return path() + ".html";
    }

    /** Path of the same for programs. */
    public String json() {
        return path() + ".json";
    }

    private String path() {
        return "gate/" + (champion == null ? "first-version" : "against-version-" + champion);
    }
}
