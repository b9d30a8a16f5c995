package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.describe.profile.ColumnProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a column of texts holds. */
final class TextGuess {

    /** Words that stand for no value wherever they are met; others only among numbers and dates. */
    static final Set<String> ALWAYS_MISSING = Set.of("?", "na", "n/a", "#n/a", "nan", "null", "\\n");

    private static final int FEW = 10;
    private static final int FEW_CATEGORIES = 20;

    /** Rows that each category has, on average. */
    private static final int LEAST_OF_EACH = 3;

    private static final int LONGEST_CATEGORY = 100;
    private static final int LONGEST_IDENTIFIER = 60;
    private static final double RARE = 0.01;

    private final ColumnDraft draft;
    private final ColumnProfile profile;
    private final long values;

    TextGuess(ColumnDraft draft) {
        this.draft = draft;
        profile = draft.profile;
        values = profile.counts().values();
    }

    void fillIn() {
        words();
        if (areCategories()) {
            categories();
        } else {
            stored();
        }
    }

    private void words() {
        for (String word : profile.counts().words().keySet()) {
            if (ALWAYS_MISSING.contains(word.toLowerCase(Locale.ROOT))) {
                draft.markers.add(word);
            } else {
                draft.remark("unsure: " + Yaml.text(word)
                        + " is taken for a category; if it stands for no value, add it to missing");
            }
        }
    }

    private boolean areCategories() {
        int different = profile.values().counts().size();
        long most = Math.max(FEW_CATEGORIES, values / LEAST_OF_EACH);
        return profile.values().complete()
                && ColumnGuess.areFew(unfit(), values)
                && different <= most
                && !(profile.counts().unique() && values > FEW_CATEGORIES);
    }

    /** Rows whose text no category can be. */
    private long unfit() {
        return profile.values().counts().entrySet().stream()
                .filter(text -> !isCategory(text.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isCategory(String text) {
        return text.length() <= LONGEST_CATEGORY
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1))
                && text.chars().noneMatch(Character::isISOControl);
    }

    private void categories() {
        Set<String> met = new TreeSet<>();
        profile.values().counts().keySet().stream()
                .filter(TextGuess::isCategory)
                .forEach(met::add);
        profile.counts().words().keySet().stream()
                .filter(word -> !draft.markers.contains(word))
                .forEach(met::add);
        ColumnGuess.setAside(draft, unfit(), "a text that no category can be");
        draft.categories = Categories.ordered(met);
        kind();
        long alike = met.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (alike < met.size()) {
            draft.remark("unsure: some categories differ in upper and lower case only; by map they become one");
        }
    }

    private void kind() {
        List<String> categories = draft.categories;
        if (categories.size() == 1) {
            draft.type = ColumnType.NOMINAL;
            draft.ignore("has one value only");
        } else if (categories.size() == 2) {
            draft.type = ColumnType.BOOLEAN;
        } else if (Categories.areGraded(categories)) {
            draft.type = ColumnType.ORDINAL;
            draft.remark("unsure: ordered by their numbers; else type: nominal");
        } else {
            draft.type = ColumnType.NOMINAL;
            draft.other = categories.size() > FEW
                    && !categories.contains("other")
                    && profile.values().counts().values().stream().anyMatch(count -> count < RARE * values);
        }
    }

    private void stored() {
        boolean compact = profile.values().longest() <= LONGEST_IDENTIFIER
                && !profile.values().blanks();
        if (profile.counts().unique() && values > 1 && compact) {
            draft.type = ColumnType.IDENTIFIER;
            draft.role = ColumnRole.IDENTIFIER;
            draft.remark("is another in each row");
        } else {
            draft.type = ColumnType.TEXT;
            String different = profile.values().complete()
                    ? String.valueOf(profile.values().counts().size())
                    : "more than 1,024";
            draft.ignore("free text, or too many different ones to list: " + different);
        }
    }
}
