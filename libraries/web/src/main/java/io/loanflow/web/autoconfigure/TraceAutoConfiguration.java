package io.loanflow.web.autoconfigure;

import io.loanflow.web.trace.ProblemTraces;
import io.loanflow.web.trace.TraceFilter;
import io.loanflow.web.trace.WorthSending;
import io.micrometer.tracing.Tracer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Requests as parts of traces. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class TraceAutoConfiguration {

    @Bean
    @ConditionalOnBean(Tracer.class)
    FilterRegistrationBean<TraceFilter> traceFilter(Tracer tracer) {
        FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(new TraceFilter(tracer));
        registration.setOrder(FilterOrder.TRACE);
        return registration;
    }

    @Bean
    ProblemTraces problemTraces() {
        return new ProblemTraces();
    }

    @Bean
    WorthSending worthSending() {
        return new WorthSending();
    }
}
