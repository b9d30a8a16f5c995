package io.loanflow.synthetic;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads the statistics to draw rows from and checks that they fit the data set's definition. */
final class SyntheticModelReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private SyntheticModelReader() {}

    static SyntheticModel read(Path file, DatasetDefinition definition) {
        try (Reader text = Files.newBufferedReader(file)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            SyntheticModel model = MAPPER.convertValue(content, SyntheticModel.class);
            check(model, definition);
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JacksonException e) {
            throw new DatasetDefinitionException(file + ": " + e.getOriginalMessage(), e);
        } catch (YAMLException | IllegalArgumentException e) {
            throw new DatasetDefinitionException(file + ": " + e.getMessage(), e);
        }
    }

    private static void check(SyntheticModel model, DatasetDefinition definition) {
        Set<String> made = new HashSet<>();
        for (ColumnModel column : model.columns()) {
            if (!made.containsAll(column.needs())) {
                throw new IllegalArgumentException("column " + column.name() + " must stand after " + column.needs());
            }
            made.add(column.name());
        }
        checkNames(made, definition);
        if (!made.containsAll(DecisionNode.of(model.decision()).columns())) {
            throw new IllegalArgumentException("decision: tests columns that are not made; made are " + made);
        }
        new GaussianCopula(model.correlation());
        long drawn = model.columns().stream().filter(ColumnModel::drawn).count();
        if (model.correlation().size() != drawn) {
            throw new IllegalArgumentException(
                    "correlation must have a row for each of the " + drawn + " drawn columns");
        }
    }

    private static void checkNames(Set<String> made, DatasetDefinition definition) {
        Set<String> unknown = new HashSet<>(made);
        for (Column column : definition.columns()) {
            if (!unknown.remove(column.name()) && !column.equals(definition.target())) {
                throw new IllegalArgumentException("column " + column.name() + " of the definition is missing");
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("columns " + unknown + " are not in the definition");
        }
        if (made.contains(definition.target().name())) {
            throw new IllegalArgumentException(
                    "column " + definition.target().name() + " is the target: the decision makes it");
        }
    }
}
