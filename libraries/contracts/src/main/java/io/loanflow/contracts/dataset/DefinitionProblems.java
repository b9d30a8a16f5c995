package io.loanflow.contracts.dataset;

import java.util.LinkedHashSet;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one definition, so that a person mends it in one go. */
final class DefinitionProblems {

    /** As many as a person mends in one go. */
    private static final int SHOWN = 30;

    private final String where;
    private final Set<String> messages = new LinkedHashSet<>();

    DefinitionProblems(String where) {
        this.where = where;
    }

    void add(Node node, String path, String problem) {
        String line = where + ":" + (node.getStartMark().getLine() + 1) + ": ";
        String message = line + (path.isEmpty() ? "" : path + ": ") + problem;
        messages.add(message);
    }

    void throwIfAny() {
        if (!messages.isEmpty()) {
            String shown = String.join("\n", messages.stream().limit(SHOWN).toList());
            int more = messages.size() - SHOWN;
            throw new DatasetDefinitionException(more > 0 ? shown + "\nand " + more + " more problems" : shown);
        }
    }
}
