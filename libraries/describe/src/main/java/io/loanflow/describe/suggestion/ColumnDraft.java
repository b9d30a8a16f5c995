package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.describe.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is suggested for one column, while it is thought over. */
final class ColumnDraft {

    /** What each line of remarks is about. */
    private final List<String> remarks = new ArrayList<>();

    final ColumnProfile profile;
    final String name;
    final int place;

    ColumnType type = ColumnType.TEXT;
    ColumnRole role = ColumnRole.FEATURE;
    /** As YAML; null where there is none. */
    @Nullable
    String format;

    double @Nullable [] range;

    @Nullable
    String unit;

    List<String> categories = List.of();
    List<Double> bands = List.of();
    Set<String> markers = new LinkedHashSet<>();
    /** Rows that are set aside because of what they have here. */
    long wrong;

    boolean missingAllowed;
    boolean frequency;
    boolean other;
    boolean leftOut;
    double strength = 0.5;

    /** @param place in the file, from 0 */
    ColumnDraft(ColumnProfile profile, String name, int place) {
        this.profile = profile;
        this.name = name;
        this.place = place;
    }

    /** A line that stands above the column. */
    void remark(String remark) {
        remarks.add(remark);
    }

    List<String> remarks() {
        return remarks;
    }

    boolean isFeature() {
        return role == ColumnRole.FEATURE && !leftOut;
    }

    boolean isStoredOnly() {
        return !type.isNumeric() && !type.isCategorical();
    }

    /** Stored, and nothing else. */
    void ignore(String why) {
        role = ColumnRole.IGNORED;
        remark(why);
    }

    /** Rows without a value. */
    long missing() {
        long marked = markers.stream()
                .mapToLong(marker -> profile.counts().words().getOrDefault(marker, 0L)
                        + profile.values().counts().getOrDefault(marker, 0L))
                .sum();
        return profile.counts().empty() + marked;
    }

    /** Features of a one-hot encoding; 0 for another one. */
    int oneHotFeatures() {
        return isFeature() && type == ColumnType.NOMINAL && !frequency ? categories.size() : 0;
    }
}
