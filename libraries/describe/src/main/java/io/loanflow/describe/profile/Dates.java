package io.loanflow.describe.profile;

import io.loanflow.contracts.dataset.DatePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which patterns of dates all texts of a column have. */
final class Dates {

    /** The likelier of two that fit first. */
    private static final List<String> PATTERNS = List.of(
            DatePattern.ISO,
            "%Y-%m-%d %H:%M:%S",
            "%Y-%m-%dT%H:%M:%S",
            "%Y-%m-%dT%H:%M:%SZ",
            "%Y-%m-%d %H:%M",
            "%Y/%m/%d",
            "%d/%m/%Y",
            "%m/%d/%Y",
            "%d.%m.%Y",
            "%d-%m-%Y",
            "%m-%d-%Y",
            "%d/%m/%Y %H:%M",
            "%m/%d/%Y %H:%M",
            "%d.%m.%Y %H:%M",
            "%d-%b-%Y",
            "%d-%b-%y",
            "%d %b %Y",
            "%d %B %Y",
            "%b %d, %Y",
            "%b-%Y",
            "%b-%y",
            "%B %Y",
            "%Y-%m",
            "%m/%Y",
            "%m/%d/%y",
            "%d/%m/%y");

    private static final int LONGEST = 30;

    private final Map<String, DatePattern> left = new LinkedHashMap<>();
    private boolean any;

    Dates() {
        PATTERNS.forEach(pattern -> left.put(pattern, new DatePattern(pattern)));
    }

    void look(String text, Cell cell) {
        any = true;
        boolean number = cell.kind() == CellKind.WHOLE || cell.kind() == CellKind.REAL || cell.kind() == CellKind.CODE;
        if (left.isEmpty()) {
            return;
        }
        if (number || text.length() > LONGEST) {
            left.clear();
        } else {
            left.values().removeIf(pattern -> pattern.parse(text).isEmpty());
        }
    }

    List<String> patterns() {
        return any ? new ArrayList<>(left.keySet()) : List.of();
    }
}
