package io.loanflow.contracts.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the YAML files of a data set. Every value is taken as it is written, so that {@code No} is the word and not a truth
 * value. All problems are reported at once.
 */
public final class DefinitionYaml {

    private DefinitionYaml() {}

    /**
     * @param yaml text of the file
     * @param where the text comes from, for messages
     * @param reader makes the content from the root, and reports what is wrong there
     * @throws DatasetDefinitionException with every problem: file, line, path and what is allowed
     */
    public static <T> T read(String yaml, String where, Function<DefinitionNode, T> reader) {
        DefinitionProblems problems = new DefinitionProblems(where);
        T content = reader.apply(new DefinitionNode(compose(yaml, where), "", problems));
        problems.throwIfAny();
        return content;
    }

    /**
     * The content in a form that is the same for texts that mean the same: whatever the order of keys, the comments, blank lines and
     * quotes.
     *
     * @param yaml a text that {@link #read} has read
     */
    public static String canonical(String yaml, String where) {
        StringBuilder text = new StringBuilder();
        append(text, compose(yaml, where));
        return text.toString();
    }

    private static void append(StringBuilder text, Node node) {
        if (node instanceof MappingNode mapping) {
            SortedMap<String, Node> entries = new TreeMap<>();
            mapping.getValue().forEach(entry -> entries.put(DefinitionNode.keyOf(entry), entry.getValueNode()));
            text.append('{');
            entries.forEach((key, value) -> {
                append(text, key);
                append(text, value);
            });
            text.append('}');
        } else if (node instanceof SequenceNode sequence) {
            text.append('[');
            sequence.getValue().forEach(item -> append(text, item));
            text.append(']');
        } else {
            append(text, ((ScalarNode) node).getValue());
        }
    }

    /** The length first, so that no text can look like another. */
    private static void append(StringBuilder text, String scalar) {
        text.append(scalar.length()).append(':').append(scalar).append(' ');
    }

    /**
     * The text of a file.
     *
     * @throws DatasetDefinitionException if it is not UTF-8
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new DatasetDefinitionException(file + ": is not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Node compose(String yaml, String where) {
        try {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            if (node != null) {
                return node;
            }
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String line = mark == null ? "" : ":" + (mark.getLine() + 1);
            throw new DatasetDefinitionException(where + line + ": is not YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new DatasetDefinitionException(where + ": is not YAML: " + e.getMessage(), e);
        }
        throw new DatasetDefinitionException(
                where + ": is empty; see docs/dataset-definition.md for what it must hold");
    }
}
