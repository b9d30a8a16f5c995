package io.loanflow.web.audit;

import jakarta.servlet.ServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What the request that this thread answers is about, for its audit event: numbers and ids only, nothing of a person. */
public final class AuditSubjects {

    private static final String ATTRIBUTE = AuditSubjects.class.getName();

    private static final int LONGEST = 100;

    private AuditSubjects() {}

    /**
     * Does nothing outside of a request.
     *
     * @param kind such as {@code load}
     * @param id such as its number
     */
    public static void add(String kind, Object id) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            Map<String, String> subjects = copy(request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
            String text = id.toString();
            subjects.put(kind, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
            request.setAttribute(ATTRIBUTE, subjects, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static Map<String, String> of(ServletRequest request) {
        return copy(request.getAttribute(ATTRIBUTE));
    }

    private static Map<String, String> copy(@Nullable Object known) {
        Map<String, String> subjects = new LinkedHashMap<>();
        if (known instanceof Map<?, ?> map) {
            map.forEach((kind, id) -> subjects.put(String.valueOf(kind), String.valueOf(id)));
        }
        return subjects;
    }
}
