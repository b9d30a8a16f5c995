package io.loanflow.monitoring.judgement;

import io.loanflow.monitoring.alarm.AlarmCalibration;
import io.loanflow.monitoring.alarm.AlarmRule;
import io.loanflow.monitoring.alarm.WatchedColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rules by model and size of window. Working one out takes a second or two, so sizes are rounded to two digits. */
@Component
class AlarmRules {

    private static final int MOST_RULES = 64;
    private static final long SEED = 1;

    private final Map<Key, AlarmRule> rules = new LinkedHashMap<>(MOST_RULES, 0.75f, true);

    private record Key(String digest, long size, double rate) {}

    synchronized AlarmRule rule(String digest, List<WatchedColumn> columns, long size, double rate) {
        Key key = new Key(digest, rounded(size), rate);
        AlarmRule known = rules.get(key);
        if (known == null) {
            known = AlarmCalibration.rule(columns, key.size(), rate, SEED);
            rules.put(key, known);
            if (rules.size() > MOST_RULES) {
                rules.remove(rules.keySet().iterator().next());
            }
        }
        return known;
    }

    static long rounded(long size) {
        long unit = 1;
        while (size / unit >= 100) {
            unit *= 10;
        }
        return Math.round(size / (double) unit) * unit;
    }
}
