package io.loanflow.tracking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model in MLflow's registry.
 *
 * @param aliases numbers of versions by what they are called
 * @param latest the newest version, or one for each of MLflow's stages
 * @param tags of the model, not of its versions
 */
public record RegisteredModel(
        String name, Map<String, Integer> aliases, List<RegisteredModelVersion> latest, Map<String, String> tags) {

    public RegisteredModel {
        aliases = Map.copyOf(aliases);
        latest = List.copyOf(latest);
        tags = Map.copyOf(tags);
    }

    /** The number that an alias stands for; empty where the model has no such alias. */
    public OptionalInt version(String alias) {
        Integer version = aliases.get(alias);
        return version == null ? OptionalInt.empty() : OptionalInt.of(version);
    }

    /** A version by its number; empty where it is not among the latest. */
    public Optional<RegisteredModelVersion> latest(int number) {
        return latest.stream().filter(version -> version.version() == number).findFirst();
    }
}
