package io.loanflow.serving.web;

import io.loanflow.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a key where rows are decided about and no request is remembered: whoever sends one takes it that the same request again is no
 * further decision.
 */
@Configuration
class KeylessAddresses implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** @throws KeyInvalidException if it would be forgotten */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getHeader(RequestKeys.HEADER) != null && isKeyless(request)) {
            throw new KeyInvalidException("this address remembers no request, so that one that is sent again is decided"
                    + " about again; leave " + RequestKeys.HEADER + " out, or ask /api/v1/{dataset}/predictions or"
                    + " /api/v1/{dataset}/predictions/batch");
        }
        return true;
    }

    private static boolean isKeyless(HttpServletRequest request) {
        String path = request.getRequestURI();
        return ProblemWriter.isOfScoringProtocol(path)
                || (path.endsWith(ApiPaths.PREDICTIONS + ApiPaths.FILE)
                        && Boolean.parseBoolean(request.getParameter("record")));
    }
}
