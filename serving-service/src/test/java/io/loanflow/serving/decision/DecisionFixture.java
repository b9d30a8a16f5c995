package io.loanflow.serving.decision;

import io.loanflow.serving.ServingSettings;
import java.io.File;
import java.time.Duration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Keepers of decisions without an application around them. */
public final class DecisionFixture {

    public static final ServingSettings.Decisions NOT_REMEMBERED = new ServingSettings.Decisions(
            ServingSettings.Keeping.OFF, new File("target/none"), DataSize.ofMegabytes(1), Duration.ofSeconds(1));

    public static final ServingSettings.Database NO_DATABASE =
            new ServingSettings.Database("jdbc:mariadb://127.0.0.1:1/none", "", "");

    private DecisionFixture() {}

    /** One that keeps what the settings say. */
    public static DecisionKeeper keeper(ServingSettings settings) {
        return new DecisionKeeper(
                settings, new DecisionJournal(settings), JsonMapper.builder().build());
    }
}
