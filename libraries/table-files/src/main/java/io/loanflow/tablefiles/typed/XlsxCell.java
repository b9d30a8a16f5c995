package io.loanflow.tablefiles.typed;

import io.loanflow.tablefiles.FileRejectedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The value of a workbook's cell, whatever it looks like: a number that is shown as 10.65 % is 0.1065. A number that is shown as a date
 * is that day; a formula is what was worked out when the workbook was saved.
 */
final class XlsxCell {

    /** Of a format that shows a day or a time, outside of its quoted texts, colours and conditions. */
    private static final Pattern NOT_ASKED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|General");

    private static final Pattern DATE = Pattern.compile("[yYdDhHsS]|[mM]{1,5}");

    /** Day 60 of Excel's calendar is a 29th of February 1900 that was none. */
    private static final LocalDate FROM_MARCH_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate FROM_JANUARY_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final long LAST_DAY = 2_958_466;
    private static final long SECONDS_OF_DAY = 86_400;

    private final String fileName;
    private final boolean isFrom1904;

    XlsxCell(String fileName, boolean isFrom1904) {
        this.fileName = fileName;
        this.isFrom1904 = isFrom1904;
    }

    static boolean isEmpty(Cell cell) {
        return cell.getType() == CellType.EMPTY
                || (cell.getType() != CellType.FORMULA
                        && String.valueOf(value(cell)).isEmpty());
    }

    private static @Nullable Object value(Cell cell) {
        return cell.getValue() == null ? cell.getRawValue() : cell.getValue();
    }

    /** @throws FileRejectedException if it is a formula that was never worked out */
    void write(@Nullable Cell cell, CellBuffer target) {
        if (cell == null || isEmpty(cell)) {
            target.missing();
            return;
        }
        switch (cell.getType()) {
            case NUMBER -> number(cell, String.valueOf(cell.getRawValue()), target);
            case BOOLEAN -> target.truth(Boolean.TRUE.equals(cell.getValue()));
            case FORMULA -> formula(cell, target);
            default -> target.text(String.valueOf(value(cell)));
        }
    }

    private void formula(Cell cell, CellBuffer target) {
        String saved = cell.getRawValue();
        if (saved == null || saved.isEmpty()) {
            throw new FileRejectedException(fileName + ": cell " + cell.getAddress()
                    + " holds a formula without its value; open the workbook in a spreadsheet program and save it");
        }
        number(cell, saved, target);
    }

    private void number(Cell cell, String raw, CellBuffer target) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw);
        } catch (NumberFormatException e) {
            target.text(raw);
            return;
        }
        if (isDate(cell.getDataFormatString())
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(LAST_DAY)) < 0) {
            target.time(time(number));
        } else {
            target.number(number.doubleValue());
        }
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && DATE.matcher(NOT_ASKED.matcher(format).replaceAll("")).find();
    }

    private LocalDateTime time(BigDecimal days) {
        long day = days.longValue();
        LocalDate from = isFrom1904 ? FROM_1904 : day < 60 ? FROM_JANUARY_1900 : FROM_MARCH_1900;
        double rest = days.subtract(BigDecimal.valueOf(day)).doubleValue();
        return from.plusDays(day).atStartOfDay().plusSeconds(Math.round(rest * SECONDS_OF_DAY));
    }
}
