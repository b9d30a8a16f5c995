package io.loanflow.web.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log. Nothing of a body, a query or a secret is in it.
 *
 * @param at when it was answered, in ISO 8601, UTC
 * @param what {@code refused} or {@code failed} where nothing was changed, else {@code changed}
 * @param who name of the key or of the provider's user; null where nobody logged in
 * @param from address that the request came from
 * @param method of HTTP
 * @param path that was asked for, shortened where it is long
 * @param status of the answer
 * @param subjects what it was about, such as {@code load} and its number
 * @param trace that the request was part of; null where it was part of none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AuditEvent(
        String at,
        String service,
        String what,
        @Nullable String who,
        String from,
        String method,
        String path,
        int status,
        Map<String, String> subjects,
        @Nullable String trace) {}
