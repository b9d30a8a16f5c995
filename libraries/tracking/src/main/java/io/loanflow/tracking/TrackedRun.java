package io.loanflow.tracking;

import java.util.Map;

/**
 * An MLflow run.
 *
 * @param artifactUri where its files are, such as {@code mlflow-artifacts:/1/0f…/artifacts}
 * @param finished whether it ended well
 * @param startMillis when it began, in milliseconds since 1970
 * @param page for people, in MLflow's user interface
 */
public record TrackedRun(
        String experimentId,
        String id,
        String artifactUri,
        boolean finished,
        long startMillis,
        Map<String, Double> metrics,
        Map<String, String> tags,
        String page) {

    public TrackedRun {
        metrics = Map.copyOf(metrics);
        tags = Map.copyOf(tags);
    }

    /**
     * The page that shows one of its files.
     *
     * @param artifact path of the file
     */
    public String page(String artifact) {
        int query = page.indexOf('?');
        int end = query < 0 ? page.length() : query;
        return page.substring(0, end) + "/artifacts/" + artifact + page.substring(end);
    }
}
