package io.loanflow.web.limit;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What requests may cost a service, under {@code loanflow.limits}.
 *
 * @param maxBody largest body that is read into memory; an upload has limits of its own
 * @param memory for all requests at once; 0 for a quarter of the heap
 * @param bodyTime in which a body has to be there as a whole
 * @param patience longest wait for room before a request is refused
 * @param maxArriving most bodies that are on their way at once
 * @param maxUploads most uploads at once
 * @param streamed patterns of addresses whose bodies are read as they come, like uploads: of any length, and few at a time
 */
@ConfigurationProperties("loanflow.limits")
public record LimitSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("0") DataSize memory,
        @DefaultValue("20s") Duration bodyTime,
        @DefaultValue("50ms") Duration patience,
        @DefaultValue("1000") int maxArriving,
        @DefaultValue("4") int maxUploads,
        @DefaultValue List<String> streamed) {

    public LimitSettings {
        streamed = List.copyOf(streamed);
        if (maxBody.toBytes() < 1 || maxBody.toBytes() > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("loanflow.limits.max-body must be from 1B to 1GB, is " + maxBody);
        }
        if (memory.isNegative() || bodyTime.isNegative() || patience.isNegative()) {
            throw new IllegalArgumentException("loanflow.limits: memory, body-time and patience must be 0 or more");
        }
        if (maxArriving < 1 || maxUploads < 1) {
            throw new IllegalArgumentException("loanflow.limits: max-arriving and max-uploads must be 1 or more");
        }
    }

    long memoryBytes() {
        return memory.toBytes() > 0 ? memory.toBytes() : Runtime.getRuntime().maxMemory() / 4;
    }
}
