package io.loanflow.monitoring.notice;

import io.loanflow.monitoring.MonitoringSettings;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a webhook of an alarm: JSON whose {@code text} chat tools show. Signed, where there is a secret, by header {@value #SIGNATURE}: {@code sha256=}
 * and the hexadecimal HMAC-SHA256 of the body. The same window may be told twice, with the same {@code id}.
 */
@Component
class AlertWebhook {

    static final String SIGNATURE = "X-Loanflow-Signature";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 3;
    private static final Duration TIME_OUT = Duration.ofSeconds(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable URI address;
    private final String secret;
    private final URI pages;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIME_OUT).build();

    AlertWebhook(MonitoringSettings settings) {
        this.address = settings.alertWebhook();
        this.secret = settings.alertSecret();
        this.pages = settings.publicUrl();
    }

    /** @throws NotToldException if it was tried several times in vain */
    void tell(JudgedWindow window) {
        if (address == null) {
            return;
        }
        byte[] body = JSON.writeValueAsBytes(message(window));
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TIME_OUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!secret.isEmpty()) {
            request.header(SIGNATURE, "sha256=" + signature(body));
        }
        send(request.build());
    }

    private void send(HttpRequest request) {
        String problem = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status / 100 == 2) {
                    return;
                }
                problem = "it answered " + status;
            } catch (IOException e) {
                problem = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotToldException("interrupted while the webhook of LOANFLOW_ALERT_WEBHOOK was told");
            }
        }
        throw new NotToldException("the webhook of LOANFLOW_ALERT_WEBHOOK did not take an alarm: " + problem
                + "; it is tried again with the next look");
    }

    private Map<String, Object> message(JudgedWindow window) {
        WindowReport report = window.report();
        String page = pages + "/watch/windows/" + window.id();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(
                "text",
                "Loanflow: decisions of " + report.dataset() + " version " + report.version()
                        + " differ from what it learned from, in "
                        + String.join(", ", report.alarms()) + " (" + report.decisions() + " decisions from "
                        + report.from() + " to " + report.to() + "). " + page);
        message.put("id", window.id());
        message.put("dataset", report.dataset());
        message.put("version", report.version());
        message.put("from", report.from().toString());
        message.put("to", report.to().toString());
        message.put("decisions", report.decisions());
        message.put("alarms", report.alarms());
        message.put("page", page);
        return message;
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
