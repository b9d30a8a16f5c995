package io.loanflow.monitoring.window;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.contracts.dataset.DefinitionYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads a data set's {@code monitoring.yaml}. */
public final class WatchDefinitionReader {

    /** The file's name in the folder of its data set. */
    public static final String FILE = "monitoring.yaml";

    private static final long MOST_DECISIONS = 10_000_000;
    private static final long MOST_DELAY_MINUTES = 24 * 60;

    private WatchDefinitionReader() {}

    /**
     * @param yaml need not exist; what it leaves out is the default
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException with every problem: file, line, path and what is allowed
     */
    public static WatchDefinition read(Path yaml) {
        return Files.exists(yaml) ? read(DefinitionYaml.text(yaml), yaml.toString()) : WatchDefinition.DEFAULTS;
    }

    static WatchDefinition read(String yaml, String where) {
        return DefinitionYaml.read(yaml, where, WatchDefinitionReader::definition);
    }

    private static WatchDefinition definition(DefinitionNode node) {
        node.allowKeys("window", "delay-minutes", "least", "false-alarm-rate", "retrain", "retraining");
        WatchDefinition defaults = WatchDefinition.DEFAULTS;
        DefinitionNode delay = node.optional("delay-minutes");
        DefinitionNode least = node.optional("least");
        DefinitionNode rate = node.optional("false-alarm-rate");
        return new WatchDefinition(
                window(node.optional("window")),
                delay == null ? defaults.delay() : Duration.ofMinutes(delay.wholeNumber(0, MOST_DELAY_MINUTES)),
                least == null ? defaults.least() : least.wholeNumber(30, MOST_DECISIONS),
                rate == null ? defaults.falseAlarmRate() : rate.number(0.001, 0.2),
                RetrainPolicyReader.read(node));
    }

    private static WindowLength window(@Nullable DefinitionNode node) {
        if (node == null) {
            return WatchDefinition.DEFAULTS.window();
        }
        String text = node.isText() ? node.text() : "";
        if (text.equals("hour")) {
            return WindowLength.time(Duration.ofHours(1));
        }
        if (text.equals("day")) {
            return WindowLength.time(Duration.ofDays(1));
        }
        if (!text.matches("[0-9]+")) {
            node.problem("is \"" + text + "\"; must be hour, day or a number of decisions");
            return WatchDefinition.DEFAULTS.window();
        }
        return WindowLength.decisions(node.wholeNumber(30, MOST_DECISIONS));
    }
}
