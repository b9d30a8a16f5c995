package io.loanflow.serving.protocol;

import io.loanflow.model.row.Problem;
import io.loanflow.web.ProblemWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Clients of the protocols look for a refusal's reason in {@code error}: the problem documents that they get have it as well. */
@RestControllerAdvice
class DoorRefusals implements ResponseBodyAdvice<Object> {

    /** Problems of rows that the text names; the document's own list has more. */
    private static final int MOST_NAMED = 5;

    @Override
    public boolean supports(MethodParameter result, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter result,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem
                && ProblemWriter.isOfScoringProtocol(request.getURI().getPath())) {
            problem.setProperty("error", problem.getDetail() + named(problem));
        }
        return body;
    }

    private static String named(ProblemDetail problem) {
        Object errors =
                problem.getProperties() == null ? null : problem.getProperties().get("errors");
        if (!(errors instanceof List<?> all)) {
            return "";
        }
        return all.stream()
                .limit(MOST_NAMED)
                .map(Problem.class::cast)
                .map(error -> error.pointer() + " " + error.detail())
                .collect(Collectors.joining("; ", " ", ""))
                .stripTrailing();
    }
}
