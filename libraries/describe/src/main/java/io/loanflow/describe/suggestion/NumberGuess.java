package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.describe.profile.CellKind;
import io.loanflow.describe.profile.ColumnProfile;
import io.loanflow.describe.profile.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a column of numbers holds. */
final class NumberGuess {

    /** Other texts among numbers that may be words for a missing value. */
    private static final int MOST_ODD_TEXTS = 3;

    private static final int LONGEST_MARKER = 30;
    private static final int FEW = 10;

    /** A 64-bit float holds these to the last digit. */
    private static final double EXACT = 1e15;

    private final ColumnDraft draft;
    private final ColumnProfile profile;
    private final long values;

    NumberGuess(ColumnDraft draft) {
        this.draft = draft;
        profile = draft.profile;
        values = profile.counts().values();
    }

    /** Whether it is one, but for texts that stand for no value and a few that are wrong. */
    boolean fits() {
        long others = values - numbers();
        if (others == 0) {
            return true;
        }
        boolean texts = profile.count(CellKind.TEXT) == others;
        return numbers() > others
                && distinct() - odd() > FEW
                && (ColumnGuess.areFew(others, values) || (texts && odd() <= MOST_ODD_TEXTS));
    }

    /** Those that are of the kind which most of the column's are. */
    private long numbers() {
        long plain = profile.count(CellKind.WHOLE, CellKind.REAL);
        long percent = profile.count(CellKind.PERCENT);
        long currency = profile.count(CellKind.CURRENCY);
        long suffixed = oneSuffix().isEmpty() ? 0 : profile.count(CellKind.SUFFIXED);
        if (percent > 0 || currency > 0) {
            return plain + Math.max(percent, currency);
        }
        return Math.max(plain, suffixed);
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

    /** Different texts among the numbers. */
    private long odd() {
        return profile.values().kindOf().values().stream()
                .filter(kind -> kind == CellKind.TEXT)
                .count();
    }

    void fillIn() {
        markOddTexts();
        draft.markers.addAll(profile.counts().words().keySet());
        format();
        if (draft.format == null && isTwoValued()) {
            draft.type = ColumnType.BOOLEAN;
            draft.categories = Categories.ordered(ownTexts());
            return;
        }
        fromTo();
        role();
    }

    private void format() {
        if (profile.count(CellKind.PERCENT) > 0) {
            draft.format = "percent";
            draft.remark("unsure: 10.65% is read as 10.65; with format: percent-as-share it is 0.1065");
        } else if (profile.count(CellKind.CURRENCY) > 0) {
            draft.format = "currency";
        } else if (profile.count(CellKind.SUFFIXED) > profile.count(CellKind.WHOLE, CellKind.REAL)) {
            draft.format = "{suffix: " + Yaml.quoted(oneSuffix()) + "}";
            draft.unit = oneSuffix().strip();
        }
    }

    /** Texts among numbers: words for a missing value, or numbers that are written wrongly. */
    private void markOddTexts() {
        long wrong = values - numbers();
        for (Map.Entry<String, CellKind> text : profile.values().kindOf().entrySet()) {
            if (text.getValue() == CellKind.TEXT && isWord(text.getKey())) {
                draft.markers.add(text.getKey());
                draft.remark("unsure: " + Yaml.text(text.getKey()) + " is taken for a missing value");
                wrong -= profile.values().counts().getOrDefault(text.getKey(), 0L);
            }
        }
        ColumnGuess.setAside(draft, wrong, "no such number");
    }

    private boolean isWord(String text) {
        return odd() <= MOST_ODD_TEXTS
                && text.length() <= LONGEST_MARKER
                && text.chars().noneMatch(Character::isDigit);
    }

    private boolean isTwoValued() {
        return profile.values().complete() && ownTexts().size() == 2 && !hasFraction();
    }

    /** Numbers as categories are written: 1 for 1.0. */
    private List<String> ownTexts() {
        return codes(draft);
    }

    /** The different numbers of a column, rising, as categories are written. */
    static List<String> codes(ColumnDraft column) {
        Set<Double> numbers = new TreeSet<>();
        ColumnProfile.Values values = column.profile.values();
        values.numbers().forEach((text, number) -> {
            CellKind kind = values.kindOf().get(text);
            if (kind == CellKind.WHOLE || kind == CellKind.REAL) {
                numbers.add(number);
            }
        });
        return numbers.stream().map(Yaml::number).toList();
    }

    private boolean hasFraction() {
        return profile.kinds().values().stream().anyMatch(Numbers::hasFraction);
    }

    private void fromTo() {
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
        if (Math.abs(least) < EXACT && Math.abs(greatest) < EXACT) {
            draft.range = NiceNumbers.range(least, greatest, !whole);
        }
        if (draft.unit == null) {
            draft.unit = NameHints.unit(profile.name());
        }
        draft.remark("from " + Yaml.rounded(least) + " to " + Yaml.rounded(greatest));
    }

    private void role() {
        boolean whole = draft.type == ColumnType.INTEGER && draft.format == null;
        boolean named = NameHints.isIdentifier(profile.name());
        if (profile.counts().consecutive() && whole && values > FEW) {
            identifier("numbers the rows");
        } else if (profile.counts().unique() && values > 1 && whole && named) {
            identifier("is another in each row");
        } else if (profile.values().complete() && ownTexts().size() == 1 && whole) {
            draft.ignore("has one value only");
        } else if (whole && profile.values().complete() && distinct() <= FEW) {
            draft.remark("unsure: if these are codes: type: nominal, categories: " + Yaml.list(ownTexts()));
        }
    }

    private void identifier(String why) {
        draft.type = ColumnType.IDENTIFIER;
        draft.role = ColumnRole.IDENTIFIER;
        draft.range = null;
        draft.unit = null;
        draft.remark(why);
    }
}
