package io.loanflow.contracts.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A pattern of dates as {@code strftime} has them: {@code %Y %y %m %b %B %d %j %H %M %S} and {@code %%}; names of months are English,
 * in any case. A pattern without a day means the first of the month, one without a month the first of the year. A year of two digits is one
 * from 1969 to 2068.
 */
public final class DatePattern {

    public static final String ISO = "%Y-%m-%d";

    /** Of the calendar that databases have. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 9999;
    private static final int FIRST_SHORT_YEAR = 1969;

    private final DateTimeFormatter formatter;

    /** @throws IllegalArgumentException if it is no such pattern; the message says why */
    public DatePattern(String pattern) {
        formatter = formatter(pattern);
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Set<Character> met = new HashSet<>();
        boolean directive = false;
        for (int at = 0; at < pattern.length(); at++) {
            char character = pattern.charAt(at);
            if (directive) {
                met.add(character);
                append(builder, character);
            } else if (character != '%') {
                builder.appendLiteral(character);
            }
            directive = !directive && character == '%';
        }
        if (directive) {
            throw new IllegalArgumentException("ends with a percent sign; write %% for one");
        }
        if (!met.contains('Y') && !met.contains('y')) {
            throw new IllegalArgumentException("has no year, %Y or %y");
        }
        if (!met.contains('j')) {
            builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1).parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private static void append(DateTimeFormatterBuilder builder, char directive) {
        switch (directive) {
            case 'Y' -> builder.appendValue(ChronoField.YEAR, 4);
            case 'y' -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_SHORT_YEAR);
            case 'm' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE);
            case 'b' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
            case 'B' -> builder.appendText(ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
            case 'd' -> builder.appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE);
            case 'j' -> builder.appendValue(ChronoField.DAY_OF_YEAR, 1, 3, SignStyle.NOT_NEGATIVE);
            case 'H' -> builder.appendValue(ChronoField.HOUR_OF_DAY, 1, 2, SignStyle.NOT_NEGATIVE);
            case 'M' -> builder.appendValue(ChronoField.MINUTE_OF_HOUR, 1, 2, SignStyle.NOT_NEGATIVE);
            case 'S' -> builder.appendValue(ChronoField.SECOND_OF_MINUTE, 1, 2, SignStyle.NOT_NEGATIVE);
            case '%' -> builder.appendLiteral('%');
            default ->
                throw new IllegalArgumentException(
                        "has %" + directive + "; allowed: %Y %y %m %b %B %d %j %H %M %S and %% for a percent sign");
        }
    }

    /** The day; empty if the text is no date of the pattern, or one of a year that no database holds. */
    public Optional<LocalDate> parse(String text) {
        try {
            LocalDate day = formatter.parse(text, LocalDate::from);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How the last second of 2011 is written. */
    public String example() {
        return formatter.format(LocalDateTime.of(2011, 12, 31, 23, 59, 59));
    }
}
