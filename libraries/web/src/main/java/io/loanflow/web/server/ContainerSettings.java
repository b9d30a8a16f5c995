package io.loanflow.web.server;

import io.loanflow.web.limit.SlowUploadValve;
import io.loanflow.web.login.NoLoginException;
import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** How the container is set up beyond what properties can say. */
public final class ContainerSettings implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final int FIRST_JAVA_WITH_VIRTUAL_THREADS = 21;
    private static final int HEALTH_THREADS = 4;
    private static final int HEALTH_CONNECTIONS = 64;
    private static final int NONE = -1;

    private final int healthPort;
    private final boolean login;

    /**
     * Of one service.
     *
     * @param healthPort where health and metrics answer besides, with threads and connections of their own; below 0 for nowhere
     * @param login whether clients have to log in; where not, nobody may reach the service from elsewhere
     */
    public ContainerSettings(int healthPort, boolean login) {
        this.healthPort = healthPort;
        this.login = login;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        InetAddress address = factory.getAddress();
        if (!login && (address == null || !address.isLoopbackAddress())) {
            throw new NoLoginException(address);
        }
        factory.addEngineValves(new SlowUploadValve());
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
        if (Runtime.version().feature() >= FIRST_JAVA_WITH_VIRTUAL_THREADS) {
            factory.addProtocolHandlerCustomizers(
                    (ProtocolHandler handler) -> handler.setExecutor(new VirtualThreadExecutor("http-")));
        }
        if (healthPort > NONE) {
            factory.addAdditionalConnectors(healthConnector(factory));
            factory.addEngineValves(new HealthPortValve(healthPort));
        }
    }

    private Connector healthConnector(TomcatServletWebServerFactory factory) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(healthPort);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(factory.getAddress());
            protocol.setMaxThreads(HEALTH_THREADS);
            protocol.setMinSpareThreads(1);
            protocol.setMaxConnections(HEALTH_CONNECTIONS);
        }
        return connector;
    }

    /** After the properties. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
