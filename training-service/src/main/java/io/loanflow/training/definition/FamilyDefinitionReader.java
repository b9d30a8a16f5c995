package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.family.Parameter;
import io.loanflow.model.family.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads which families a data set's models may be of: one, whose parameters stand at the top and whose search stands under {@code tuning}, or,
 * where the family is {@code best}, several under {@code families}.
 */
final class FamilyDefinitionReader {

    private static final String BEST = "best";

    private FamilyDefinitionReader() {}

    /** A family of which nothing is said. */
    static FamilyDefinition of(ModelFamily family) {
        return definition(family.defaults(), null, null);
    }

    /** At least one. */
    static List<FamilyDefinition> read(DefinitionNode root) {
        DefinitionNode family = root.optional("family");
        return family != null && family.text().equals(BEST) ? several(root) : List.of(one(root, family));
    }

    private static FamilyDefinition one(DefinitionNode root, @Nullable DefinitionNode family) {
        refuse(root, "families", "is for the family best; name the parameters of one family in \"parameters\"");
        Parameters parameters = ParameterReader.parameters(root.optional("parameters"), ParameterReader.family(family));
        DefinitionNode tuning = root.optional("tuning");
        return tuning == null
                ? definition(parameters, null, null)
                : definition(parameters, tuning.optional("rungs"), tuning.optional("space"));
    }

    private static List<FamilyDefinition> several(DefinitionNode root) {
        refuse(root, "parameters", "is for one family; give each its own under \"families\"");
        DefinitionNode tuning = root.optional("tuning");
        if (tuning != null) {
            refuse(tuning, "rungs", "is for one family; give each its own under \"families\"");
            refuse(tuning, "space", "is for one family; give each its own under \"families\"");
        }
        List<FamilyDefinition> families = new ArrayList<>();
        DefinitionNode node = root.required("families");
        node.forEach((name, given) -> families.add(family(name, given)));
        if (families.stream().map(family -> family.rungs().size()).distinct().count() > 1) {
            node.problem("has families of different numbers of rungs; give each as many");
        }
        return families.isEmpty() ? List.of(of(ModelFamilies.STANDARD)) : families;
    }

    private static FamilyDefinition family(String name, DefinitionNode node) {
        ModelFamily family = ParameterReader.family(name, node);
        node.allowKeys("parameters", "rungs", "space");
        return definition(
                ParameterReader.parameters(node.optional("parameters"), family),
                node.optional("rungs"),
                node.optional("space"));
    }

    private static FamilyDefinition definition(
            Parameters parameters, @Nullable DefinitionNode rungs, @Nullable DefinitionNode space) {
        return new FamilyDefinition(
                parameters,
                rungs == null ? parameters.family().rungs() : rungs(rungs, parameters),
                SearchSpaceReader.read(space, parameters));
    }

    private static List<Integer> rungs(DefinitionNode node, Parameters parameters) {
        Parameter trees = parameters.family().schema().parameter(TrainingSettings.TREES);
        List<Integer> rungs = node.items().stream()
                .map(item -> Integer.valueOf(ParameterReader.value(item, trees)))
                .toList();
        for (int i = 1; i < rungs.size(); i++) {
            if (rungs.get(i) <= rungs.get(i - 1)) {
                node.problem("must rise, such as " + parameters.family().rungs());
                return rungs;
            }
        }
        return rungs;
    }

    private static void refuse(DefinitionNode node, String key, String problem) {
        DefinitionNode given = node.optional(key);
        if (given != null) {
            given.problem(problem);
        }
    }
}
