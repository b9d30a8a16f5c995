package io.loanflow.web;

import io.loanflow.web.trace.ProblemTraces;
import io.loanflow.web.trace.RequestTrace;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem document where no controller answers. */
public final class ProblemWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemWriter() {}

    /** Sends it whole; what an answer had before is thrown away. Does nothing once an answer is on its way. */
    public static void write(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        // Without its length: Tomcat closes the request's body with an answer that is whole.
        response.getOutputStream().write(bytes(problem, request.getRequestURI(), request));
        response.flushBuffer();
    }

    /** @param path that was asked for, which the request need not have any more */
    public static byte[] bytes(ProblemDetail problem, String path, ServletRequest request) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("detail", problem.getDetail());
        members.put("instance", path);
        members.put("status", problem.getStatus());
        members.put("title", problem.getTitle());
        RequestTrace.id(request).ifPresent(id -> members.put(ProblemTraces.MEMBER, id));
        members.put("type", problem.getType());
        if (isOfScoringProtocol(path)) {
            // Where clients of scoring protocols look for the reason.
            members.put("error", problem.getDetail());
        }
        return JSON.writeValueAsBytes(members);
    }

    /** Whether clients of a scoring protocol ask at this path: KServe v1, Open Inference v2 or MLflow's. */
    public static boolean isOfScoringProtocol(String path) {
        return path.equals("/v2") || path.startsWith("/v2/") || path.startsWith("/v1/") || path.equals("/invocations");
    }
}
