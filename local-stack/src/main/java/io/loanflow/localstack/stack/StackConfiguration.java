package io.loanflow.localstack.stack;

import io.loanflow.localservers.FreePort;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a stack was started with. Kept while it runs, so that every other command means the same stack. */
public record StackConfiguration(Map<Port, Integer> ports, Connections connections) {

    private static final int HIGHEST_PORT = 65_535;

    /**
     * From the environment.
     *
     * @param freePorts whether a port that is not set is any free one instead of the standard one
     * @throws SettingException naming every setting that is wrong
     */
    public static StackConfiguration of(Map<String, String> environment, boolean freePorts) {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        List<String> problems = new ArrayList<>();
        for (Port port : Port.values()) {
            String value = environment.getOrDefault(port.setting(), "").strip();
            if (value.isEmpty()) {
                ports.put(port, freePorts ? FreePort.find() : port.standard());
            } else if (value.matches("[0-9]{1,5}") && isPort(Integer.parseInt(value))) {
                ports.put(port, Integer.parseInt(value));
            } else {
                problems.add(port.setting() + " must be a port from 1 to " + HIGHEST_PORT + ", is " + value);
            }
        }
        problems.addAll(duplicates(ports));
        if (!problems.isEmpty()) {
            throw new SettingException(String.join("\n", problems));
        }
        return new StackConfiguration(ports, Connections.of(environment, ports));
    }

    public int port(Port port) {
        return ports.getOrDefault(port, port.standard());
    }

    /** Where predictions are asked for. */
    public String servingUrl() {
        return "http://127.0.0.1:" + port(Port.SERVING);
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= HIGHEST_PORT;
    }

    private static List<String> duplicates(Map<Port, Integer> ports) {
        Map<Integer, Port> users = new HashMap<>();
        List<String> problems = new ArrayList<>();
        ports.forEach((port, number) -> {
            Port other = users.putIfAbsent(number, port);
            if (other != null) {
                problems.add(other.setting() + " and " + port.setting() + " are both " + number
                        + "; give them different ports");
            }
        });
        return problems;
    }
}
