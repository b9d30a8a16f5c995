package io.loanflow.localstack.stack;

import io.loanflow.localservers.FreePort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a stack was started with. Kept while it runs, so that every other command means the same stack.
 *
 * @param containers whether it runs in containers, instead of as processes of this machine
 * @param definitions directory of all data sets' definitions; null for the installation's own
 */
public record StackConfiguration(
        Map<Port, Integer> ports,
        Connections connections,
        boolean containers,
        @Nullable String definitions) {

    private static final int HIGHEST_PORT = 65_535;

    /**
     * From the environment.
     *
     * @param freePorts whether a port that is not set is any free one instead of the standard one
     * @throws SettingException naming every setting that is wrong
     */
    public static StackConfiguration of(Map<String, String> environment, boolean freePorts) {
        Map<Port, Integer> ports = ports(environment, freePorts);
        return new StackConfiguration(ports, Connections.of(environment, ports), false, null);
    }

    /**
     * Of containers, which have servers of their own.
     *
     * @param settings and freePorts as above
     * @throws SettingException as above
     */
    public static StackConfiguration ofContainers(Map<String, String> settings, boolean freePorts) {
        Map<Port, Integer> ports = ports(settings, freePorts);
        return new StackConfiguration(ports, Connections.ofContainers(ports), true, null);
    }

    /** The same with definitions of its own. */
    public StackConfiguration with(Path ownDefinitions) {
        return new StackConfiguration(ports, connections, containers, ownDefinitions.toString());
    }

    private static Map<Port, Integer> ports(Map<String, String> environment, boolean freePorts) {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        List<String> problems = new ArrayList<>();
        for (Port port : Port.values()) {
            String value = environment.getOrDefault(port.setting(), "").strip();
            if (value.isEmpty()) {
                ports.put(port, freePorts ? freePort(ports.values()) : port.standard());
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
        return ports;
    }

    /** The system may offer one twice, as long as nobody has taken it. */
    private static int freePort(Collection<Integer> taken) {
        return IntStream.generate(FreePort::find)
                .filter(port -> !taken.contains(port))
                .findFirst()
                .orElseThrow();
    }

    public int port(Port port) {
        return ports.getOrDefault(port, port.standard());
    }

    /** Where predictions are asked for. */
    public String servingUrl() {
        return "http://127.0.0.1:" + port(Port.SERVING);
    }

    /** Where loads are looked at. */
    public String ingestionUrl() {
        return "http://127.0.0.1:" + port(Port.INGESTION);
    }

    /** Where decisions are watched. */
    public String monitoringUrl() {
        return "http://127.0.0.1:" + port(Port.MONITORING);
    }

    /** Where a container answers people and the command, as containers publish it; empty where it does not. */
    public String publicAddress(String container) {
        return switch (container) {
            case "serving-service" -> servingUrl();
            case "ingestion-service" -> ingestionUrl();
            case "monitoring-service" -> monitoringUrl();
            case "temporal" -> connections.address(Server.TEMPORAL);
            case "mlflow" -> connections.address(Server.MLFLOW);
            default -> "";
        };
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
