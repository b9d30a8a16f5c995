package io.loanflow.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Shows a problem as a page to a person who asked for a page. */
@ControllerAdvice
public class ProblemPages implements ResponseBodyAdvice<Object> {

    private static final PageTemplate PROBLEM = PageTemplate.of(ProblemPages.class, "problem.mustache");

    private final Layout layout;

    public ProblemPages(Layout layout) {
        this.layout = layout;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof ProblemDetail problem) || !isOfPerson(request)) {
            return body;
        }
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(Layout.HTML);
        headers.setCacheControl("no-store");
        try {
            response.getBody().write(page(problem).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Answered.
        return null;
    }

    private String page(ProblemDetail problem) {
        String title = Objects.requireNonNullElse(problem.getTitle(), "The request was refused");
        return layout.html(
                null,
                title,
                PROBLEM.fill(Map.of(
                        "title",
                        title,
                        "status",
                        problem.getStatus(),
                        "detail",
                        Objects.requireNonNullElse(problem.getDetail(), ""))));
    }

    /** Programs ask the API, or do not say that they would rather have HTML. What they accept need not be well-formed. */
    private static boolean isOfPerson(ServerHttpRequest request) {
        String accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        return !request.getURI().getPath().startsWith("/api/")
                && accept != null
                && accept.strip().startsWith(MediaType.TEXT_HTML_VALUE);
    }
}
