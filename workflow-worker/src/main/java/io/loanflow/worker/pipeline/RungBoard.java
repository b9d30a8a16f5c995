package io.loanflow.worker.pipeline;

import io.loanflow.contracts.tuning.CandidateScore;
import io.temporal.workflow.Workflow;
import java.util.Locale;

/** How far a tuning is: answers the query and keeps the workflow's current details. */
final class RungBoard {

    private final StringBuilder table =
            new StringBuilder("| Trees | Candidates | Best log loss | Candidate |\n|--:|--:|--:|--:|\n");
    private final String dataset;
    private String link = "";
    private String line = "";
    private int candidates;
    private int trees;
    private int done;
    private Runnable before = () -> {};

    RungBoard(String dataset) {
        this.dataset = dataset;
    }

    String line() {
        return line;
    }

    /** To MLflow's page of the tuning. */
    void link(String url) {
        link = " ([MLflow run](" + url + "))";
        show("draws candidates");
    }

    /** @param action done before the candidates of a rung are measured, or measured again */
    void beforeEachRung(Runnable action) {
        before = action;
    }

    void begin(int count, int size) {
        before.run();
        candidates = count;
        trees = size;
        done = 0;
        showRung();
    }

    CandidateScore measured(CandidateScore score) {
        done++;
        showRung();
        return score;
    }

    void end(CandidateScore best) {
        table.append(String.format(
                Locale.ROOT, "| %d | %d | %.4f | %d |\n", trees, candidates, best.logLoss(), best.candidate()));
        show(String.format(Locale.ROOT, "best log loss with up to %d trees: %.4f", trees, best.logLoss()));
    }

    void show(String text) {
        line = text;
        Workflow.setCurrentDetails("Data set **" + dataset + "**" + link + ": " + text + "\n\n" + table);
    }

    private void showRung() {
        show(String.format(Locale.ROOT, "%d of %d candidates with up to %d trees", done, candidates, trees));
    }
}
