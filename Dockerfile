# One recipe for all five applications, from the jars that Maven made:
#   docker build --build-arg MODULE=serving-service -t loanflow/serving-service .

FROM eclipse-temurin:17-jre AS layers
ARG MODULE
WORKDIR /layers
COPY ${MODULE}/target/${MODULE}-*-application.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM eclipse-temurin:17-jre
WORKDIR /loanflow
# What changes least comes first, so that a new build of an application is a small layer.
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY data/ data/
# Where a volume may be mounted: it takes over this owner.
RUN mkdir -p /var/lib/loanflow && chown 10001:10001 /var/lib/loanflow
USER 10001:10001
# The JVM's flags of every application. What is not heap (code, metaspace, Arrow, threads) needs the rest of the memory.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError --add-opens=java.base/java.nio=ALL-UNNAMED"
HEALTHCHECK --interval=3s --timeout=5s --start-period=60s --retries=20 \
    CMD curl --fail --silent --output /dev/null "http://127.0.0.1:${SERVER_PORT}/actuator/health/readiness"
ENTRYPOINT ["java", "-jar", "application.jar"]
