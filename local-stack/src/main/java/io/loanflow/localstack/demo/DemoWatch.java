package io.loanflow.localstack.demo;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.localstack.rest.JsonHttp;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.localstack.stack.StackException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the monitoring service says, each thing once. For one thread. */
final class DemoWatch {

    private static final int SERVER_ERROR = 500;

    private final JsonHttp http = new JsonHttp(Duration.ofSeconds(60));
    private final ServiceAddress monitoring;
    private final String url;
    private final Set<String> said = new HashSet<>();
    private int windows;
    private int alarms;
    private boolean retrains;

    DemoWatch(ServiceAddress monitoring) {
        this.monitoring = monitoring;
        url = monitoring.url();
    }

    /** Judged so far. */
    int windows() {
        return windows;
    }

    /** Windows in alarm so far. */
    int alarms() {
        return alarms;
    }

    /** Whether a retraining followed. */
    boolean retrains() {
        return retrains;
    }

    /** Page of what clients were answered. */
    String decisions() {
        return url + "/decisions?dataset=" + DatasetCatalog.STANDARD;
    }

    /** Page of the newest window. */
    String page() {
        return url + "/watch?dataset=" + DatasetCatalog.STANDARD;
    }

    /** Page of all that became of versions. */
    String releases() {
        return url + "/releases?dataset=" + DatasetCatalog.STANDARD;
    }

    /** What is new since the last time, a line each, the oldest first. */
    List<String> news() {
        List<String> lines = new ArrayList<>();
        for (JsonNode window : newest("windows")) {
            if (said.add("window " + window.path("id").asLong())) {
                lines.add(line(window));
            }
        }
        for (JsonNode followUp : newest("follow-ups")) {
            String verdict = followUp.path("verdict").asString();
            if (said.add(followUp.path("id").asLong() + verdict)) {
                retrains |= verdict.equals("RETRAIN");
                lines.add(followUp.path("reason").asString() + "  " + url + "/api/v1/follow-ups");
            }
            String conclusion = followUp.path("conclusion").asString("");
            if (!conclusion.isEmpty() && said.add(followUp.path("id").asLong() + "concluded")) {
                lines.add("The retraining is over. " + conclusion + "  " + releases());
            }
        }
        return lines;
    }

    /** Workflow of the pipeline that learns anew; empty while there is none. */
    String pipeline() {
        for (JsonNode followUp : newest("follow-ups")) {
            String pipeline = followUp.path("pipelineId").asString("");
            if (!pipeline.isEmpty()) {
                return pipeline;
            }
        }
        return "";
    }

    private String line(JsonNode window) {
        JsonNode report = window.path("report");
        List<String> columns = report.path("columns")
                .valueStream()
                .filter(column -> column.path("alarm").asBoolean())
                .map(column -> column.path("column").asString())
                .toList();
        windows++;
        alarms += columns.isEmpty() ? 0 : 1;
        long id = window.path("id").asLong();
        return "Window " + id + " of version "
                + report.path("version").asInt() + ", "
                + report.path("decisions").asLong() + " decisions: "
                + (columns.isEmpty() ? "well" : "ALARM in " + String.join(", ", columns)) + "  " + url
                + "/watch/windows/" + id;
    }

    /** None while the service does not answer: it may be starting again, and says the same later. */
    private List<JsonNode> newest(String what) {
        try {
            JsonHttp.Answer answer =
                    http.send(monitoring.request("/api/v1/" + what + "?size=100&dataset=" + DatasetCatalog.STANDARD));
            if (!answer.isOk() && answer.status() < SERVER_ERROR) {
                throw new StackException("The monitoring service answered " + answer.status() + " at " + url + ": "
                        + answer.body().path("detail").asString(""));
            }
            List<JsonNode> all =
                    new ArrayList<>(answer.isOk() ? answer.body().valueStream().toList() : List.of());
            Collections.reverse(all);
            return all;
        } catch (IOException | JacksonException notNow) {
            return List.of();
        }
    }
}
