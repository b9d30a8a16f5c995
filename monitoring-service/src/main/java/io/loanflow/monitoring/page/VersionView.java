package io.loanflow.monitoring.page;

import io.loanflow.contracts.release.VersionTagNames;
import io.loanflow.monitoring.release.ReleasedVersion;
import io.loanflow.web.page.Texts;
import java.util.Locale;
import java.util.Map;

/** A version in words; empty is what is not known of it. */
record VersionView(
        int version,
        boolean champion,
        boolean challenger,
        String trained,
        String rocAuc,
        String f1,
        String logLoss,
        String verdict,
        String colour,
        String reason,
        String gatePage,
        String card,
        String page,
        boolean synthetic,
        String approvedBy,
        String approvedAt,
        String approvalReason,
        String withdrawn,
        String withdrawnReason) {

    /** @param page of the version in MLflow */
    static VersionView of(ReleasedVersion version, String page) {
        Map<String, String> tags = version.tags();
        String verdict = tags.getOrDefault(VersionTagNames.GATE_VERDICT, "");
        String withdrawn = tags.getOrDefault(VersionTagNames.WITHDRAWN, "");
        return new VersionView(
                version.version(),
                version.aliases().contains("champion"),
                version.aliases().contains("challenger"),
                version.trainedAt() == null ? "" : Texts.time(version.trainedAt()),
                Texts.figure(version.metrics().get("roc_auc")),
                Texts.figure(version.metrics().get("f1")),
                Texts.figure(version.metrics().get("log_loss")),
                words(verdict),
                withdrawn.isEmpty() ? colour(verdict) : "bad",
                tags.getOrDefault(VersionTagNames.GATE_REASON, ""),
                address(tags.getOrDefault(VersionTagNames.GATE_PAGE, "")),
                address(tags.getOrDefault(VersionTagNames.MODEL_CARD, "")),
                page,
                "SYNTHETIC".equalsIgnoreCase(tags.get(VersionTagNames.DATA_ORIGIN)),
                tags.getOrDefault(VersionTagNames.APPROVED_BY, ""),
                tags.getOrDefault(VersionTagNames.APPROVED_AT, ""),
                tags.getOrDefault(VersionTagNames.APPROVAL_REASON, ""),
                withdrawn,
                tags.getOrDefault(VersionTagNames.WITHDRAWN_REASON, ""));
    }

    private static String words(String verdict) {
        return verdict.isEmpty()
                ? "not judged"
                : verdict.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String colour(String verdict) {
        return switch (verdict) {
            case "PROMOTED", "UNCHANGED" -> "good";
            case "REFUSED" -> "bad";
            default -> "warn";
        };
    }

    /** Whoever may write to the registry may write a tag; what is no web address is no link. */
    private static String address(String tag) {
        return tag.startsWith("http://") || tag.startsWith("https://") ? tag : "";
    }
}
