package io.loanflow.tablefiles;

import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.contracts.dataset.ValueFormat;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a column's numbers are written, taken back to a point, digits and a sign. Exact: digits are moved, never computed with. */
public final class NumberForm {

    /** A sign or code of a currency before or behind the number, with a blank at most between, and the minus sign before all of it or at the number. */
    private static final Pattern CURRENCY =
            Pattern.compile("(?<minus>-?)(?:\\p{Sc}|[A-Z]{3}) ?(?<number>.*)|(?<bare>.*?) ?(?:\\p{Sc}|[A-Z]{3})");

    private final @Nullable ValueFormat written;
    private final char decimal;
    private final @Nullable Character thousands;
    private final Pattern number;

    private NumberForm(@Nullable ValueFormat written, TableFormat format) {
        this.written = written;
        decimal = format.decimal();
        thousands = format.thousands();
        String point = Pattern.quote(String.valueOf(decimal));
        String groups = thousands == null
                ? ""
                : "|[+-]?\\d{1,3}(?:" + Pattern.quote(String.valueOf(thousands)) + "\\d{3})+(?:" + point + "\\d*)?";
        number = Pattern.compile("[+-]?(?:\\d+" + point + "?\\d*|" + point + "\\d+)(?:[eE][+-]?\\d{1,9})?" + groups);
    }

    public static NumberForm of(@Nullable ValueFormat written, TableFormat format) {
        return new NumberForm(written, format);
    }

    /** The same number in plain notation; null if the text is none as the form has it. */
    public @Nullable String plain(String text) {
        String bare = bare(text);
        if (bare == null || !number.matcher(bare).matches()) {
            return null;
        }
        String ungrouped = thousands == null ? bare : bare.replace(String.valueOf(thousands), "");
        String plain = ungrouped.replace(decimal, '.');
        return isShare() ? new BigDecimal(plain).movePointLeft(2).toString() : plain;
    }

    private boolean isShare() {
        return written != null && written.kind() == ValueFormat.Kind.PERCENT_AS_SHARE;
    }

    /** Without what is written around the number; null if what must be there is not. */
    private @Nullable String bare(String text) {
        if (written == null) {
            return text;
        }
        return switch (written.kind()) {
            case PERCENT -> text.endsWith("%") ? withoutSign(text) : text;
            case PERCENT_AS_SHARE -> text.endsWith("%") ? withoutSign(text) : null;
            case SUFFIX ->
                text.endsWith(written.text())
                        ? text.substring(0, text.length() - written.text().length())
                        : null;
            case CURRENCY -> withoutCurrency(text);
            case DATE -> throw new IllegalStateException("a number is not written as a date");
        };
    }

    private static String withoutSign(String text) {
        int end = text.length() - 1;
        return text.substring(0, end > 0 && text.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    private static String withoutCurrency(String text) {
        Matcher currency = CURRENCY.matcher(text);
        if (!currency.matches()) {
            return text;
        }
        return currency.group("bare") != null
                ? currency.group("bare")
                : currency.group("minus") + currency.group("number");
    }

    /** What keeps a text from being such a number, as the end of a sentence. */
    public String flaw(String text) {
        if (CellText.isMissing(text)) {
            return CellText.MISSING;
        }
        if (isShare() && !text.endsWith("%")) {
            return "has no percent sign, which format: percent-as-share asks for";
        }
        if (written != null && written.kind() == ValueFormat.Kind.SUFFIX && bare(text) == null) {
            return "does not end with \"" + written.text() + "\", which the column's format asks for";
        }
        if (thousands != null && text.indexOf(thousands) >= 0) {
            return "has thousands marks that do not stand between groups of three digits";
        }
        if (decimal != '.' && text.indexOf('.') >= 0) {
            return "has a point, and the file's decimal mark is \"" + decimal + "\"; remove decimal from source, or add"
                    + " thousands: \".\" if it parts groups of three digits";
        }
        return NumberText.flaw(text);
    }
}
