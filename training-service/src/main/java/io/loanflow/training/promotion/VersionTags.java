package io.loanflow.training.promotion;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.RegisteredModelVersion;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is written to versions, each of which somebody may delete at any moment: then there is nothing to write. */
@Component
class VersionTags {

    private final ModelRegistry registry;

    VersionTags(ModelRegistry registry) {
        this.registry = registry;
    }

    /** Empty where the version is not registered any more. */
    Optional<Map<String, String>> read(ModelVersionRef version) {
        return registry.version(version.name(), version.version()).map(RegisteredModelVersion::tags);
    }

    void write(ModelVersionRef version, String key, String value) {
        whereItIs(() -> registry.setTag(version.name(), version.version(), key, value));
    }

    /** Also where there is no such tag. */
    void delete(ModelVersionRef version, String key) {
        whereItIs(() -> registry.deleteTag(version.name(), version.version(), key));
    }

    private static void whereItIs(Runnable call) {
        try {
            call.run();
        } catch (NotInTrackingException gone) {
            // Nobody can read it any more either.
        }
    }
}
