package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.describe.profile.CellKind;
import io.loanflow.describe.profile.ColumnProfile;
import io.loanflow.describe.profile.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Tells from what stands in a column what it holds. */
final class ColumnGuess {

    /** Words that stand for no value wherever they are met; others only among numbers and dates. */
    private static final Set<String> ALWAYS_MISSING = Set.of("?", "na", "n/a", "#n/a", "nan", "null", "\\n");

    /** Of the values of a column of numbers; fewer are codes and texts. */
    private static final double MOST = 0.5;

    private static final int MOST_ODD_TEXTS = 3;
    private static final int FEW = 10;
    private static final int FEW_CATEGORIES = 20;
    private static final int LONGEST_CATEGORY = 100;
    private static final int LONGEST_IDENTIFIER = 60;

    private final ColumnDraft draft;
    private final ColumnProfile profile;
    private final long values;

    private ColumnGuess(ColumnDraft draft) {
        this.draft = draft;
        profile = draft.profile;
        values = profile.counts().values();
    }

    /** Fills in type, format, categories, range, markers. */
    static void fillIn(ColumnDraft draft) {
        new ColumnGuess(draft).fillIn();
    }

    private void fillIn() {
        if (values == 0) {
            empty();
        } else if (isNumber()) {
            number();
        } else if (!profile.datePatterns().isEmpty()) {
            date();
        } else {
            text();
        }
        draft.missingAllowed = draft.missing() > 0;
    }

    private void empty() {
        draft.type = ColumnType.TEXT;
        draft.role = ColumnRole.IGNORED;
        draft.markers.addAll(profile.counts().words().keySet());
        draft.remark("no row has a value");
    }

    private boolean isNumber() {
        long numbers = numbers();
        if (numbers == values) {
            return true;
        }
        long odd = profile.values().kindOf().values().stream()
                .filter(kind -> kind == CellKind.TEXT)
                .count();
        boolean otherKinds = numbers + profile.count(CellKind.TEXT) != values;
        return !otherKinds && numbers > MOST * values && odd <= MOST_ODD_TEXTS && distinct() - odd > FEW;
    }

    /** Those that are of the kind which most of the column's are. */
    private long numbers() {
        long plain = profile.count(CellKind.WHOLE, CellKind.REAL);
        long percent = profile.count(CellKind.PERCENT);
        long currency = profile.count(CellKind.CURRENCY);
        long suffixed = oneSuffix().isEmpty() ? 0 : profile.count(CellKind.SUFFIXED);
        return percent > 0 ? plain + percent : currency > 0 ? plain + currency : suffixed > 0 ? suffixed : plain;
    }

    private String oneSuffix() {
        Numbers numbers = profile.kinds().get(CellKind.SUFFIXED);
        return numbers == null || numbers.suffixes().size() != 1
                ? ""
                : numbers.suffixes().keySet().iterator().next();
    }

    private int distinct() {
        return profile.values().counts().size();
    }

    private void number() {
        markOddTexts();
        draft.markers.addAll(profile.counts().words().keySet());
        if (profile.count(CellKind.PERCENT) > 0) {
            draft.format = "percent";
            draft.remark("unsure: 10.65% is read as 10.65; with format: percent-as-share it is 0.1065");
        } else if (profile.count(CellKind.CURRENCY) > 0) {
            draft.format = "currency";
        } else if (profile.count(CellKind.SUFFIXED) > 0) {
            draft.format = "{suffix: " + Yaml.text(oneSuffix()) + "}";
            draft.unit = oneSuffix().strip();
        }
        if (draft.format == null && isTwoValued()) {
            draft.type = ColumnType.BOOLEAN;
            draft.categories = ownTexts();
            return;
        }
        numbersFromTo();
        rolesOfNumbers();
    }

    private void markOddTexts() {
        profile.values().kindOf().forEach((text, kind) -> {
            if (kind == CellKind.TEXT) {
                draft.markers.add(text);
                draft.remark("unsure: " + Yaml.text(text) + " is taken for a missing value");
            }
        });
    }

    private boolean isTwoValued() {
        return profile.values().complete() && ownTexts().size() == 2 && !hasFraction();
    }

    /** Numbers as categories are written: 1 for 1.0. */
    private List<String> ownTexts() {
        Set<Double> numbers = new TreeSet<>();
        profile.values().counts().keySet().stream()
                .filter(text -> !draft.markers.contains(text))
                .forEach(text -> numbers.add(Double.parseDouble(text.replace(',', '.'))));
        return numbers.stream().map(Yaml::number).toList();
    }

    private boolean hasFraction() {
        return profile.kinds().values().stream().anyMatch(Numbers::hasFraction);
    }

    private void numbersFromTo() {
        double least = profile.kinds().values().stream()
                .mapToDouble(Numbers::least)
                .min()
                .orElse(0);
        double greatest = profile.kinds().values().stream()
                .mapToDouble(Numbers::greatest)
                .max()
                .orElse(0);
        boolean whole = profile.count(CellKind.REAL) == 0 && !hasFraction();
        draft.type = whole ? ColumnType.INTEGER : ColumnType.REAL;
        if (Math.abs(least) < 1e15 && Math.abs(greatest) < 1e15) {
            draft.range = NiceNumbers.range(least, greatest, !whole);
        }
        if (draft.unit == null) {
            draft.unit = NameHints.unit(profile.name());
        }
        draft.remark("from " + Yaml.rounded(least) + " to " + Yaml.rounded(greatest));
    }

    private void rolesOfNumbers() {
        boolean unique = profile.counts().unique() && values > 1;
        if (profile.counts().consecutive() && values > FEW) {
            draft.type = ColumnType.IDENTIFIER;
            draft.role = ColumnRole.IDENTIFIER;
            draft.remark("numbers the rows");
        } else if (unique && draft.type == ColumnType.INTEGER && NameHints.isIdentifier(profile.name())) {
            draft.type = ColumnType.IDENTIFIER;
            draft.role = ColumnRole.IDENTIFIER;
            draft.remark("is another in each row");
        } else if (isConstant()) {
            draft.ignore("has one value only");
        } else if (draft.type == ColumnType.INTEGER && draft.format == null && isFewCodes()) {
            draft.remark("unsure: if these are codes: type: nominal, categories: " + Yaml.list(ownTexts()));
        }
        if (draft.type == ColumnType.IDENTIFIER) {
            draft.range = null;
            draft.unit = null;
        }
    }

    private boolean isConstant() {
        return profile.values().complete()
                && distinct()
                                - draft.markers.stream()
                                        .filter(profile.values().counts()::containsKey)
                                        .count()
                        <= 1;
    }

    private boolean isFewCodes() {
        return profile.values().complete() && distinct() <= FEW;
    }

    private void date() {
        List<String> patterns = profile.datePatterns();
        draft.type = ColumnType.DATE;
        draft.role = ColumnRole.IGNORED;
        draft.markers.addAll(profile.counts().words().keySet());
        draft.format = patterns.get(0).equals("%Y-%m-%d") ? null : "\"" + patterns.get(0) + "\"";
        if (patterns.size() > 1) {
            draft.remark("unsure: all dates are " + patterns.get(1) + " too; which is the month?");
        }
    }

    private void text() {
        profile.counts().words().forEach((word, count) -> {
            if (ALWAYS_MISSING.contains(word.toLowerCase(Locale.ROOT))) {
                draft.markers.add(word);
            } else {
                draft.remark("unsure: " + Yaml.text(word)
                        + " is taken for a category; if it stands for no value, add it to missing");
            }
        });
        if (isConstant() && keptWords().isEmpty()) {
            draft.type = ColumnType.TEXT;
            draft.ignore("has one value only");
        } else if (areCategories()) {
            categories();
        } else {
            stored();
        }
    }

    private List<String> keptWords() {
        return profile.counts().words().keySet().stream()
                .filter(word -> !draft.markers.contains(word))
                .toList();
    }

    private boolean areCategories() {
        ColumnProfile.Values all = profile.values();
        int most = (int) Math.max(FEW_CATEGORIES, Math.min(all.counts().size() + 1L, values / FEW));
        return all.complete()
                && !all.control()
                && all.longest() <= LONGEST_CATEGORY
                && distinct() <= most
                && !(profile.counts().unique() && values > FEW_CATEGORIES);
    }

    private void categories() {
        Set<String> categories = new TreeSet<>(profile.values().counts().keySet());
        categories.addAll(keptWords());
        List<String> ordered = Categories.ordered(categories);
        draft.categories = ordered;
        if (ordered.size() == 2) {
            draft.type = ColumnType.BOOLEAN;
        } else if (Categories.areGraded(ordered)) {
            draft.type = ColumnType.ORDINAL;
            draft.remark("unsure: ordered by their numbers; else type: nominal");
        } else {
            draft.type = ColumnType.NOMINAL;
            draft.other = ordered.size() > FEW
                    && !ordered.contains("other")
                    && ordered.size() <= 64
                    && profile.values().counts().values().stream().anyMatch(count -> count < values / 100.0);
        }
        long looksAlike = ordered.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (looksAlike < ordered.size()) {
            draft.remark("some categories differ in upper and lower case only; by map they become one");
        }
    }

    private void stored() {
        boolean single = profile.counts().unique() && values > 1;
        boolean compact = profile.values().longest() <= LONGEST_IDENTIFIER
                && !profile.values().blanks();
        if (single && compact) {
            draft.type = ColumnType.IDENTIFIER;
            draft.role = ColumnRole.IDENTIFIER;
            draft.remark("is another in each row");
        } else {
            draft.type = ColumnType.TEXT;
            draft.role = ColumnRole.IGNORED;
            draft.remark("free text, or too many different ones to list"
                    + (profile.values().complete() ? ": " + distinct() : ": more than 1,024"));
        }
    }
}
