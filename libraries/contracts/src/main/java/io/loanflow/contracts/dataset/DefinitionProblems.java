package io.loanflow.contracts.dataset;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one definition, so that a person mends it in one go. */
final class DefinitionProblems {

    private final String where;
    private final List<String> messages = new ArrayList<>();

    DefinitionProblems(String where) {
        this.where = where;
    }

    void add(Node node, String path, String problem) {
        String line = where + ":" + (node.getStartMark().getLine() + 1) + ": ";
        String message = line + (path.isEmpty() ? "" : path + ": ") + problem;
        if (!messages.contains(message)) {
            messages.add(message);
        }
    }

    void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new DatasetDefinitionException(String.join("\n", messages));
        }
    }
}
