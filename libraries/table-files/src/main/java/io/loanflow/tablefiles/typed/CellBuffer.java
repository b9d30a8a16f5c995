package io.loanflow.tablefiles.typed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;

/** The text of one cell, filled anew for each. Not for more than one thread. */
public final class CellBuffer {

    /** 10 to the power of its place. */
    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /** Whole numbers below this, and what they are divided by, are exact, so that the quotient is the nearest number to the decimal. */
    private static final double EXACT = 1e15;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private char[] chars = new char[64];
    private int length;
    private boolean missing;

    /** The shortest decimal that is this number. */
    public static String textOf(double number) {
        CellBuffer buffer = new CellBuffer();
        buffer.number(number);
        return buffer.toString();
    }

    /** Valid up to {@link #length}. */
    public char[] chars() {
        return chars;
    }

    public int length() {
        return length;
    }

    public boolean isMissing() {
        return missing;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    void missing() {
        missing = true;
        length = 0;
    }

    void text(String text) {
        begin(text.length());
        text.getChars(0, text.length(), chars, 0);
        length = text.length();
    }

    /** @throws CharacterCodingException if it is not UTF-8 */
    void utf8(byte[] bytes, int offset, int count) throws CharacterCodingException {
        begin(count);
        for (int i = 0; i < count; i++) {
            byte one = bytes[offset + i];
            if (one < 0) {
                decode(bytes, offset, count);
                return;
            }
            chars[i] = (char) one;
        }
        length = count;
    }

    private void decode(byte[] bytes, int offset, int count) throws CharacterCodingException {
        CharBuffer decoded = decoder.decode(ByteBuffer.wrap(bytes, offset, count));
        length = decoded.remaining();
        decoded.get(chars, 0, length);
    }

    void truth(boolean value) {
        text(value ? "true" : "false");
    }

    void whole(long value) {
        begin(20);
        length = digits(value, 0);
    }

    /** The shortest decimal that is this number. */
    void number(double value) {
        if (Math.abs(value) < EXACT && !isNegativeZero(value)) {
            for (int places = 0; places < POWERS.length; places++) {
                double scaled = Math.rint(value * POWERS[places]);
                if (Math.abs(scaled) < EXACT && scaled / POWERS[places] == value) {
                    decimal((long) scaled, places);
                    return;
                }
            }
        }
        text(Double.toString(value));
    }

    void number(float value) {
        text(
                value == Math.rint(value) && Math.abs(value) < 1e7f && !isNegativeZero(value)
                        ? Integer.toString((int) value)
                        : Float.toString(value));
    }

    /** A day, or a day and a time that is not midnight. */
    void time(LocalDateTime time) {
        text(time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : time.toString());
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && Double.doubleToRawLongBits(value) != 0;
    }

    private void decimal(long scaled, int places) {
        begin(24);
        long magnitude = Math.abs(scaled);
        long unit = (long) POWERS[places];
        int at = 0;
        if (scaled < 0) {
            chars[at++] = '-';
        }
        at = digits(magnitude / unit, at);
        if (places > 0) {
            chars[at++] = '.';
            for (long rest = magnitude % unit, place = unit / 10; place > 0; place /= 10) {
                chars[at++] = (char) ('0' + rest / place % 10);
            }
        }
        length = at;
    }

    private int digits(long value, int from) {
        if (value < 0) {
            String text = Long.toString(value);
            text.getChars(0, text.length(), chars, from);
            return from + text.length();
        }
        int end = from + 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            end++;
        }
        long rest = value;
        for (int at = end - 1; at >= from; at--) {
            chars[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }

    private void begin(int capacity) {
        missing = false;
        if (chars.length < capacity) {
            chars = Arrays.copyOf(chars, Math.max(capacity, 2 * chars.length));
        }
    }
}
