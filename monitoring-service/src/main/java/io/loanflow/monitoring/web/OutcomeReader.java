package io.loanflow.monitoring.web;

import io.loanflow.monitoring.outcome.Outcome;
import io.loanflow.monitoring.outcome.OutcomeProblem;
import io.loanflow.monitoring.outcome.OutcomesRefusedException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads outcomes from JSON or CSV. What is not one is refused with its place, no value of a person repeated. */
final class OutcomeReader {

    static final String DECISION = "decisionId";
    static final String LABEL = "label";
    static final String OBSERVED = "observedAt";
    private static final Set<String> MEMBERS = Set.of(DECISION, LABEL, OBSERVED);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST = 10_000;

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<OutcomeProblem> problems = new ArrayList<>();
    private int lines;

    private OutcomeReader() {}

    /** @throws OutcomesRefusedException naming each that is none */
    static List<Outcome> json(JsonNode body) {
        OutcomeReader reader = new OutcomeReader();
        if (body.isArray()) {
            reader.limit(body.size());
            for (int i = 0; i < body.size() && i < MOST; i++) {
                reader.one("/" + i, body.get(i));
            }
        } else {
            reader.one("", body);
        }
        return reader.all();
    }

    /**
     * @param charset that the bytes are said to be in
     * @throws OutcomesRefusedException naming each that is none
     */
    static List<Outcome> csv(byte[] body, Charset charset) {
        OutcomeReader reader = new OutcomeReader();
        try {
            OutcomeCsv.read(body, charset, reader::oneOfCsv);
        } catch (OutcomeCsv.NoCsvException e) {
            reader.problems.add(e.problem());
        }
        reader.limit(reader.lines);
        return reader.all();
    }

    private void oneOfCsv(String place, String decision, String label, String observed) {
        lines++;
        // What is beyond is refused anyway.
        if (lines <= MOST) {
            add(place, decision, label, observed);
        }
    }

    private void one(String place, JsonNode node) {
        if (!node.isObject()) {
            problems.add(new OutcomeProblem(place, "must be an object with decisionId, label and observedAt"));
            return;
        }
        node.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> problems.add(new OutcomeProblem(
                        place, "has a member that no outcome has; there are decisionId, label and observedAt")));
        // A label may be written as a number.
        add(
                place,
                node.path(DECISION).asString(""),
                node.path(LABEL).asString(""),
                node.path(OBSERVED).asString(""));
    }

    private void add(String place, String decision, String label, String observed) {
        String id = decision.strip().toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches()) {
            problems.add(new OutcomeProblem(place + "/" + DECISION, "must be the id of a decision"));
        }
        if (label.isBlank()) {
            problems.add(new OutcomeProblem(place + "/" + LABEL, "is missing"));
        }
        try {
            // As exactly as it is kept, so that the same is known again.
            Instant moment = OffsetDateTime.parse(observed.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
            outcomes.add(new Outcome(place, id, label.strip(), moment));
        } catch (DateTimeException e) {
            problems.add(new OutcomeProblem(
                    place + "/" + OBSERVED, "must be a time with its offset, such as 2026-05-03T12:00:00Z"));
        }
    }

    private void limit(int size) {
        if (size > MOST) {
            problems.add(new OutcomeProblem("body", "has " + size + " outcomes; send at most " + MOST + " at once"));
        }
    }

    private List<Outcome> all() {
        if (problems.isEmpty() && outcomes.isEmpty()) {
            problems.add(new OutcomeProblem("body", "has no outcome"));
        }
        if (!problems.isEmpty()) {
            throw new OutcomesRefusedException(problems);
        }
        return outcomes;
    }
}
