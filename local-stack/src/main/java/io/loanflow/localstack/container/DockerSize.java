package io.loanflow.localstack.container;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes as Docker writes them, such as 85.6MiB. */
final class DockerSize {

    private static final Pattern SIZE = Pattern.compile("([0-9.]+)([A-Za-z]+)");
    private static final Map<String, Long> UNITS =
            Map.of("b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30, "tib", 1L << 40);

    private DockerSize() {}

    /** Null where it is none. */
    static @Nullable Long bytes(String text) {
        Matcher size = SIZE.matcher(text);
        Long unit = size.matches() ? UNITS.get(size.group(2).toLowerCase(Locale.ROOT)) : null;
        return unit == null ? null : (Long) Math.round(Double.parseDouble(size.group(1)) * unit);
    }
}
