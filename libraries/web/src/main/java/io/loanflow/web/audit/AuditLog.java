package io.loanflow.web.audit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Audit events, a line of JSON for each: in a file of their own that is not for others to read, or among the service's log lines. */
public final class AuditLog implements AutoCloseable {

    private static final String LOGGER = "loanflow.audit.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** With the ten files before it, so that junk requests do not fill the disk. */
    private static final long LARGEST_FILE = 10L * 1024 * 1024;

    private static final int FILES_BEFORE = 10;

    private final String service;
    private final Logger logger;
    private final @Nullable RollingFileAppender<ILoggingEvent> file;

    /** @param service whose events these are */
    public AuditLog(String service, AuditSettings settings) {
        this.service = service;
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        logger = context.getLogger(LOGGER + service);
        Path path = settings.path();
        file = path == null ? null : appender(context, path);
        if (file != null) {
            logger.setAdditive(false);
            logger.addAppender(file);
        }
    }

    String service() {
        return service;
    }

    void write(AuditEvent event) {
        logger.info("{}", JSON.writeValueAsString(event));
    }

    @Override
    public void close() {
        if (file != null) {
            logger.detachAppender(file);
            logger.setAdditive(true);
            file.stop();
        }
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path path) {
        make(path);
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(path.toString());
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%m%n");
        encoder.start();
        appender.setEncoder(encoder);
        FixedWindowRollingPolicy files = new FixedWindowRollingPolicy();
        files.setContext(context);
        files.setParent(appender);
        files.setFileNamePattern(path + ".%i");
        files.setMinIndex(1);
        files.setMaxIndex(FILES_BEFORE);
        files.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(LARGEST_FILE));
        size.start();
        appender.setRollingPolicy(files);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    /** A service that cannot keep its audit log does not start. */
    private static void make(Path path) {
        try {
            Files.createDirectories(path.resolveSibling(""));
            if (!Files.exists(path)) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the audit log " + path + "; LOANFLOW_AUDIT_LOG may name another file", e);
        }
    }
}
