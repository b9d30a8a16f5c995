package io.loanflow.model.family;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The families that there are. */
public final class ModelFamilies {

    /** Of a data set that names none, and of a folder that names none. */
    public static final ModelFamily STANDARD = new ForestFamily();

    public static final List<ModelFamily> ALL = List.of(STANDARD, new BoostingFamily());

    private ModelFamilies() {}

    /** Empty if there is none of this name. */
    public static Optional<ModelFamily> find(String name) {
        return ALL.stream().filter(family -> family.name().equals(name)).findFirst();
    }

    /** @throws SettingsInvalidException if there is none of this name */
    public static ModelFamily named(String name) {
        return find(name)
                .orElseThrow(() -> new SettingsInvalidException("training.family is \"" + name + "\"; must be one of "
                        + ALL.stream().map(ModelFamily::name).collect(Collectors.joining(", "))
                        + ". Leave it out for the data set's own."));
    }
}
