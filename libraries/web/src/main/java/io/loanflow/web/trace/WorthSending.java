package io.loanflow.web.trace;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;

/** Health checks, scrapes and what a clock starts come by the thousand and say nothing, unless they fail. */
public final class WorthSending implements SpanExportingPredicate {

    private static final String PATH = "http.url";
    private static final String SCHEDULED = "code.function";

    @Override
    public boolean isExportable(FinishedSpan span) {
        if (span.getError() != null) {
            return true;
        }
        String path = span.getTags().get(PATH);
        return (path == null || !path.startsWith("/actuator/"))
                && !span.getTags().containsKey(SCHEDULED);
    }
}
