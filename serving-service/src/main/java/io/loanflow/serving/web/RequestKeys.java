package io.loanflow.serving.web;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.ServingSettings.Keeping;
import io.loanflow.serving.decision.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the header by which a client names a request. */
@Component
class RequestKeys {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final boolean remembered;

    RequestKeys(ServingSettings settings) {
        remembered = settings.decisions().keeping() != Keeping.OFF;
    }

    /**
     * @param key null where there is none
     * @throws KeyInvalidException if it is none, or this service could not keep what it promises
     */
    @Nullable
    RequestKey of(@Nullable String key, HttpServletRequest request, byte[] body) {
        if (key == null) {
            return null;
        }
        if (!remembered) {
            throw new KeyInvalidException(
                    "this service remembers no answers (LOANFLOW_DECISIONS=off); leave " + HEADER + " out");
        }
        if (!KEY.matcher(key).matches()) {
            throw new KeyInvalidException(HEADER + " must be 1 to 255 visible ASCII characters without a space");
        }
        return new RequestKey(key, fingerprint(request, body));
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        MessageDigest digest = Sha256.digest();
        String address = request.getRequestURI() + "?" + request.getQueryString() + "\n";
        digest.update(address.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }
}
