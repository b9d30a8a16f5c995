package io.loanflow.describe.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which order categories are listed, and which of two says yes. */
final class Categories {

    private static final Set<String> POSITIVE = Set.of(
            "1",
            "y",
            "yes",
            "true",
            "t",
            "good",
            "approved",
            "accept",
            "accepted",
            "paid",
            "fully paid",
            "ja",
            "oui",
            "si",
            "sí",
            "positive",
            "pos",
            ">50k",
            ">50k.",
            "+",
            "default",
            "charged off",
            "churn",
            "fraud");

    private static final Set<String> NEGATIVE = Set.of(
            "0",
            "n",
            "no",
            "false",
            "f",
            "bad",
            "rejected",
            "refused",
            "denied",
            "declined",
            "unpaid",
            "nein",
            "non",
            "negative",
            "neg",
            "<=50k",
            "<=50k.",
            "-",
            "non default",
            "no default");

    private static final Pattern GRADED = Pattern.compile("([<>]=? ?)?(\\d+(?:\\.\\d+)?)(\\+?)( ?\\p{L}[\\p{L} ]*)?");

    private Categories() {}

    /** Graded ones by their numbers; of two the one that says no first; others as they sort. */
    static List<String> ordered(Collection<String> categories) {
        List<String> ordered = new ArrayList<>(categories);
        if (ordered.size() == 2) {
            ordered.sort(Comparator.comparingInt(Categories::rank).thenComparing(Comparator.naturalOrder()));
        } else if (areGraded(ordered)) {
            ordered.sort(Comparator.comparingDouble(Categories::grade).thenComparing(Comparator.naturalOrder()));
        } else {
            ordered.sort(Comparator.naturalOrder());
        }
        return ordered;
    }

    private static int rank(String category) {
        String lower = category.toLowerCase(Locale.ROOT);
        return NEGATIVE.contains(lower) ? 0 : POSITIVE.contains(lower) ? 2 : 1;
    }

    /** Whether it is plain which of two says yes. */
    static boolean isPlain(List<String> two) {
        boolean numbers = two.equals(List.of("2", "1"));
        return !numbers && (rank(two.get(0)) == 0 || rank(two.get(1)) == 2);
    }

    /** Whether each is a number with words around it, such as {@code < 1 year} and {@code 10+ years}, and one has more than the number. */
    static boolean areGraded(List<String> categories) {
        boolean words = false;
        for (String category : categories) {
            Matcher graded = GRADED.matcher(category);
            if (!graded.matches()) {
                return false;
            }
            words |= graded.group(1) != null || !graded.group(3).isEmpty() || graded.group(4) != null;
        }
        return words && categories.size() > 2;
    }

    private static double grade(String category) {
        Matcher graded = GRADED.matcher(category);
        if (!graded.matches()) {
            return 0;
        }
        double number = Double.parseDouble(graded.group(2));
        String sign = graded.group(1) == null ? "" : graded.group(1);
        return number
                + (sign.startsWith("<")
                        ? -0.5
                        : sign.startsWith(">") || !graded.group(3).isEmpty() ? 0.5 : 0);
    }
}
