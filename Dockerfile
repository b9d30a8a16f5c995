# One recipe for all six applications, from the jars that Maven made (mvn package); docker-compose.yml builds them with it, and by hand:
#   docker build --build-arg MODULE=serving-service -t loanflow/serving-service:1.0.0 .

FROM eclipse-temurin:17-jre AS layers
ARG MODULE
WORKDIR /layers
COPY ${MODULE}/target/${MODULE}-application.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted
# Loops over rows are optimised as ever, but not what merely runs often while an application starts, which is most of the processor
# time of a start. Serving warms up before it takes requests.
RUN if [ "$MODULE" != serving-service ]; then \
        echo "-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000"; \
    fi > extracted/application/jvm.flags

FROM eclipse-temurin:17-jre
WORKDIR /loanflow
# Where volumes are mounted: they take over this owner.
RUN mkdir -p /var/lib/loanflow/files /var/lib/loanflow/cache /var/lib/loanflow/journal /var/lib/loanflow/signing /var/lib/loanflow/trusted /var/lib/loanflow/keys && chown -R 10001:10001 /var/lib/loanflow
# What changes least comes first, so that a new build of an application is a small layer.
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY data/ data/
COPY --from=layers /layers/extracted/application/ ./
USER 10001:10001
# A container listens on its network, so an application does not start without a login (LOANFLOW_API_KEYS, LOANFLOW_ISSUER_URI).
ENV LC_ALL=C.UTF-8 SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 LOANFLOW_HEALTH_PORT=9090 LOANFLOW_FILES_DIRECTORY=/var/lib/loanflow/files LOANFLOW_CACHE_DIR=/var/lib/loanflow/cache LOANFLOW_JOURNAL_DIRECTORY=/var/lib/loanflow/journal
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=5s --start-period=300s --start-interval=2s --retries=6 \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:9090/actuator/health/readiness"]
# The JVM's flags of every application; JDK_JAVA_OPTIONS adds to them. What is not heap (code, metaspace, Arrow, threads) needs the
# other half of the memory limit.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
    "@jvm.flags", "-jar", "application.jar"]
