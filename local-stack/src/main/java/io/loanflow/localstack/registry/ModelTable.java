package io.loanflow.localstack.registry;

import io.loanflow.localstack.terminal.Table;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Versions as lines for people. */
public final class ModelTable {

    private ModelTable() {}

    /** The first line is the head. */
    public static List<String> lines(List<ModelVersion> versions) {
        return Table.lines(
                List.of("VERSION", "ALIAS", "AUC", "F1", "LOG LOSS", "VERDICT", "DATA", "RUN", "WITHDRAWN"),
                versions.stream().map(ModelTable::cells).toList());
    }

    private static List<String> cells(ModelVersion version) {
        return List.of(
                String.valueOf(version.version()),
                String.join(", ", version.aliases()),
                number(version.rocAuc()),
                number(version.f1()),
                number(version.logLoss()),
                lower(version.verdict()),
                lower(version.origin()),
                Objects.requireNonNullElse(version.runName(), ""),
                withdrawn(version));
    }

    private static String withdrawn(ModelVersion version) {
        return version.withdrawn() == null
                ? ""
                : Objects.requireNonNullElse(version.withdrawnReason(), version.withdrawn());
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }
}
