package io.loanflow.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.login.ApiKey;
import io.loanflow.contracts.login.Role;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks each operation of a service's OpenAPI document without a login and with each role, and compares with the documented table. */
public final class AccessCheck {

    private static final String JSON = "application/json";

    private final Map<Role, ApiKey.Issued> keys = new EnumMap<>(Role.class);
    private final HttpClient client = HttpClient.newHttpClient();

    public AccessCheck() {
        Instant later = Instant.now().plus(Duration.ofDays(1));
        Arrays.stream(Role.values())
                .forEach(role -> keys.put(role, ApiKey.issue("only-" + role.word(), Set.of(role), later)));
    }

    /** A key for each role, for a service to read. */
    public Path write(Path directory) throws IOException {
        return Files.writeString(
                directory.resolve("api-keys"),
                keys.values().stream().map(key -> key.key().line()).collect(Collectors.joining("\n")));
    }

    /**
     * Checks all operations.
     *
     * @param service its name in the document
     * @return how many there are
     */
    public int check(String service, String url) throws IOException {
        List<AccessTable.Row> table = AccessTable.ofDocument(service);
        assertThat(send("GET", url + "/v3/api-docs", JSON, null).statusCode()).isEqualTo(401);
        JsonNode paths = JsonMapper.shared()
                .readTree(send("GET", url + "/v3/api-docs", JSON, Role.AUDIT).body())
                .path("paths");
        List<String> asked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (String operation : path.getValue().propertyNames()) {
                String method = operation.toUpperCase(Locale.ROOT);
                AccessTable.Row row = table.stream()
                        .filter(one -> one.isOf(method, path.getKey()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(method + " " + path.getKey() + " is not in the table"));
                String address = url + path.getKey().replaceAll("\\{[^}]*}", "1");
                check(row, address, contentType(path.getValue().path(operation)));
                asked.add(method + path.getKey());
            }
        }
        return asked.size();
    }

    /** One that the operation takes, so that it is found. */
    private static String contentType(JsonNode operation) {
        List<String> types =
                List.copyOf(operation.path("requestBody").path("content").propertyNames());
        return types.isEmpty() || types.contains(JSON) || types.get(0).startsWith("multipart/") ? JSON : types.get(0);
    }

    private void check(AccessTable.Row row, String address, String contentType) throws IOException {
        boolean everyone = row.roles().isEmpty();
        assertThat(send(row.method(), address, contentType, null).statusCode() == 401)
                .as(address)
                .isEqualTo(!everyone);
        for (Role role : Role.values()) {
            HttpResponse<String> answer = send(row.method(), address, contentType, role);
            assertThat(answer.statusCode()).as(address + " as " + role).isNotEqualTo(401);
            assertThat(answer.statusCode() == 403 && answer.body().contains("not-allowed"))
                    .as("%s %s as %s: %s", row.method(), address, role, answer.body())
                    .isEqualTo(!everyone && !row.roles().contains(role));
        }
    }

    private HttpResponse<String> send(String method, String address, String contentType, @Nullable Role role)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", contentType)
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        ApiKey.Issued key = role == null ? null : keys.get(role);
        if (key != null) {
            request.header("Authorization", "Bearer " + key.secret());
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
