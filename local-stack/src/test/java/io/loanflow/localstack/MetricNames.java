package io.loanflow.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The metrics that boards and alerts ask for, and those that a service has. */
final class MetricNames {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path BOARDS = Path.of("../deploy/grafana");
    private static final Path ALERTS = Path.of("../deploy/prometheus/loanflow.rules.yml");

    /** What the JVM, its libraries and we count; {@code up} is Prometheus' own. */
    private static final Pattern NAME =
            Pattern.compile("\\b(?:loanflow|http_server|jvm|process|hikaricp)_[a-z0-9_]+(?=[{\\[ )]|$)");

    private MetricNames() {}

    static Set<String> wanted() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> boards = Files.list(BOARDS)) {
            for (Path board : boards.toList()) {
                JSON.readTree(Files.readString(board)).findValues("expr").stream()
                        .map(JsonNode::asString)
                        .forEach(expression -> addAll(names, expression));
            }
        }
        List<String> alerts = Files.readAllLines(ALERTS).stream()
                .filter(line -> !line.contains("summary:") && !line.startsWith("#"))
                .toList();
        alerts.forEach(line -> addAll(names, line.strip()));
        return names;
    }

    /** @param scrape what {@code /actuator/prometheus} answers */
    static Set<String> served(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of ours, those whose meaning is not told. */
    static Set<String> withoutHelp(String scrape) {
        return scrape.lines()
                .filter(line -> line.matches("# HELP loanflow_\\S+\\s*"))
                .map(line -> line.split(" ")[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void addAll(Set<String> names, String expression) {
        NAME.matcher(expression).results().forEach(found -> names.add(found.group()));
    }
}
