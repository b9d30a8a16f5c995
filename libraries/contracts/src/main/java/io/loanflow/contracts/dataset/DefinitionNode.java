package io.loanflow.contracts.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a definition's YAML. Its methods record a problem where the text is not what they ask for and then answer with
 * a stand-in, so that reading goes on to the next problem; nothing read so is used. A value that is missing was
 * reported by {@link #required} already, and is not reported again.
 */
public final class DefinitionNode {

    private final Node node;
    private final String path;
    private final DefinitionProblems problems;
    private final boolean missing;

    DefinitionNode(Node node, String path, DefinitionProblems problems) {
        this(node, path, problems, false);
    }

    private DefinitionNode(Node node, String path, DefinitionProblems problems, boolean missing) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        this.missing = missing;
    }

    public void problem(String problem) {
        if (!missing) {
            problems.add(node, path, problem);
        }
    }

    /** Records every other key and every key that is there twice. */
    public void allowKeys(String... keys) {
        List<String> allowed = List.of(keys);
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : entries()) {
            String key = keyOf(entry);
            if (!allowed.contains(key)) {
                problems.add(
                        entry.getKeyNode(),
                        child(Excerpts.text(key)),
                        "unknown key; allowed: " + String.join(", ", allowed));
            } else if (!seen.add(key)) {
                problems.add(entry.getKeyNode(), child(key), "is there twice; keep one");
            }
        }
    }

    /** Every key with its value, in order; records every key that is there twice. */
    public void forEach(BiConsumer<String, DefinitionNode> entry) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : entries()) {
            String key = keyOf(tuple);
            if (seen.add(key)) {
                entry.accept(key, new DefinitionNode(tuple.getValueNode(), child(key), problems));
            } else {
                problems.add(tuple.getKeyNode(), child(key), "is there twice; keep one");
            }
        }
    }

    public @Nullable DefinitionNode optional(String key) {
        if (node instanceof MappingNode mapping && !missing) {
            for (NodeTuple entry : mapping.getValue()) {
                if (keyOf(entry).equals(key)) {
                    return new DefinitionNode(entry.getValueNode(), child(key), problems);
                }
            }
        }
        return null;
    }

    public DefinitionNode required(String key) {
        DefinitionNode found = optional(key);
        if (found != null) {
            return found;
        }
        if (node instanceof MappingNode) {
            problem("\"" + key + "\" is missing");
        }
        return new DefinitionNode(node, child(key), problems, true);
    }

    /** Whether it is one text rather than a list or keys with values. */
    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The items of a list of at least one. */
    public List<DefinitionNode> items() {
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            problem("must be a list of at least one item");
            return List.of();
        }
        List<DefinitionNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new DefinitionNode(item, path + "[" + items.size() + "]", problems));
        }
        return items;
    }

    /** A text that is not blank, exactly as written. */
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return missing ? "" : scalar.getValue();
        }
        problem("must be a text that is not empty");
        return "";
    }

    /** A text exactly as written, perhaps blank or empty. */
    public String anyText() {
        if (node instanceof ScalarNode scalar) {
            return missing ? "" : scalar.getValue();
        }
        problem("must be a text");
        return "";
    }

    public String matching(Pattern pattern, String allowed) {
        String text = text();
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            problem("is \"" + Excerpts.text(text) + "\"; must be " + allowed);
        }
        return text;
    }

    public double number(double minimum, double maximum) {
        return number(minimum, maximum, "written like 0.5 or 100");
    }

    private double number(double minimum, double maximum, String writing) {
        String text = text();
        if (text.isEmpty()) {
            return minimum;
        }
        try {
            double value = new BigDecimal(text).doubleValue();
            if (value >= minimum && value <= maximum && !Double.isInfinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below, with what is allowed
        }
        String limits = maximum == Double.MAX_VALUE
                ? ""
                : " from " + PlainNumber.text(minimum) + " to " + PlainNumber.text(maximum);
        problem("is \"" + Excerpts.text(text) + "\"; must be a number" + limits + ", " + writing);
        return minimum;
    }

    public long wholeNumber(long minimum, long maximum) {
        double value = number((double) minimum, (double) maximum, "written like 7");
        if (value != Math.rint(value)) {
            problem("is \"" + Excerpts.text(text()) + "\"; must be a whole number");
        }
        return (long) value;
    }

    public boolean truth() {
        String text = text();
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            problem("is \"" + Excerpts.text(text) + "\"; allowed: true, false");
        }
        return text.equals("true");
    }

    /** One of the constants, written in lower case with hyphens; null for a wrong one. */
    public <E extends Enum<E>> @Nullable E oneOf(List<E> allowed) {
        String text = text();
        for (E constant : allowed) {
            if (written(constant).equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            problem("is \"" + Excerpts.text(text) + "\"; allowed: "
                    + allowed.stream().map(DefinitionNode::written).collect(Collectors.joining(", ")));
        }
        return null;
    }

    private List<NodeTuple> entries() {
        if (node instanceof MappingNode mapping) {
            return missing ? List.of() : mapping.getValue();
        }
        problem("must be keys with values, such as \"name: loan\"");
        return List.of();
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static String keyOf(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a text)";
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
