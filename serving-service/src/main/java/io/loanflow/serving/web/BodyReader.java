package io.loanflow.serving.web;

import io.loanflow.serving.ServingSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Reads a request's body up to the configured limit. */
@Component
class BodyReader {

    private final int limit;

    BodyReader(ServingSettings settings) {
        this.limit = Math.toIntExact(settings.maxBody().toBytes());
    }

    /** @throws BodyTooLargeException as soon as the body is announced or found to be over the limit */
    byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw new BodyTooLargeException(limit);
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new BodyTooLargeException(limit);
        }
        return body;
    }
}
