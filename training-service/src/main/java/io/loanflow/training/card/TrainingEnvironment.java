package io.loanflow.training.card;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Component;
import org.tribuo.Tribuo;

/** What this service is and runs on. */
@Component
public class TrainingEnvironment {

    private static final String UNKNOWN = "unknown";

    private final String revision;

    /** @param build known where the service was built from a git repository */
    TrainingEnvironment(ObjectProvider<GitProperties> build) {
        GitProperties git = build.getIfAvailable();
        revision = git == null ? UNKNOWN : Objects.requireNonNullElse(git.getCommitId(), UNKNOWN);
    }

    /** The commit that this service was built from, or {@code unknown}. */
    public String revision() {
        return revision;
    }

    /** By name, in order; {@code unknown} where nothing says it. */
    public Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        described.put(
                "loanflow",
                Objects.requireNonNullElse(
                        TrainingEnvironment.class.getPackage().getImplementationVersion(), UNKNOWN));
        described.put("revision", revision);
        described.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        described.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        described.put("tribuo", Tribuo.VERSION);
        described.put("spring-boot", SpringBootVersion.getVersion());
        return described;
    }
}
