package io.loanflow.describe.profile;

import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.contracts.dataset.ValueFormat;
import io.loanflow.tablefiles.NumberForm;
import io.loanflow.tablefiles.NumberText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text and what it may be taken for.
 *
 * @param number NaN for a text
 * @param suffix of a number with one, else empty
 */
record Cell(CellKind kind, double number, String suffix) {

    private static final Cell TEXT = new Cell(CellKind.TEXT, Double.NaN, "");
    private static final Pattern SUFFIXED = Pattern.compile("([+-]?[\\d.,]*\\d)( ?\\p{L}[\\p{L} ./]{0,20})");

    /** Tells the cells of one file. */
    static final class Reader {

        private final boolean plain;
        private final NumberForm number;
        private final NumberForm percent;
        private final NumberForm currency;

        Reader(TableFormat format) {
            plain = format.decimal() == '.';
            number = NumberForm.of(null, format);
            percent = NumberForm.of(new ValueFormat(ValueFormat.Kind.PERCENT, ""), format);
            currency = NumberForm.of(new ValueFormat(ValueFormat.Kind.CURRENCY, ""), format);
        }

        /** @param text not empty */
        Cell read(String text) {
            char last = text.charAt(text.length() - 1);
            char first = text.charAt(0);
            boolean digits = isDigit(last) || last == '.';
            if (plain && digits && NumberText.of(text) != NumberText.NONE) {
                return number(text, text);
            }
            if (!isDigit(last)
                    && !isDigit(first)
                    && first != '-'
                    && Character.getType(first) != Character.CURRENCY_SYMBOL) {
                return TEXT;
            }
            return otherwise(text);
        }

        private Cell otherwise(String text) {
            String bare = number.plain(text);
            if (bare != null) {
                return number(bare, text);
            }
            if (text.endsWith("%")) {
                return decorated(CellKind.PERCENT, percent.plain(text), "");
            }
            String amount = currency.plain(text);
            if (amount != null) {
                return decorated(CellKind.CURRENCY, amount, "");
            }
            Matcher suffixed = SUFFIXED.matcher(text);
            return suffixed.matches()
                    ? decorated(CellKind.SUFFIXED, number.plain(suffixed.group(1)), suffixed.group(2))
                    : TEXT;
        }

        private static Cell decorated(CellKind kind, @Nullable String number, String suffix) {
            return number == null ? TEXT : new Cell(kind, Double.parseDouble(number), suffix);
        }

        private static Cell number(String plain, String text) {
            double number = Double.parseDouble(plain);
            if (text.length() > 1 && text.charAt(0) == '0' && isDigit(text.charAt(1)) && plain.indexOf('.') < 0) {
                return new Cell(CellKind.CODE, number, "");
            }
            boolean whole = true;
            for (int i = 0; i < plain.length() && whole; i++) {
                char character = plain.charAt(i);
                whole = isDigit(character) || (i == 0 && (character == '-' || character == '+'));
            }
            // Longer ones are account numbers, and no 64-bit float holds them.
            boolean exact = plain.length() <= 15;
            return new Cell(whole ? exact ? CellKind.WHOLE : CellKind.CODE : CellKind.REAL, number, "");
        }

        private static boolean isDigit(char character) {
            return character >= '0' && character <= '9';
        }
    }
}
