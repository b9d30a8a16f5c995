package io.loanflow.web.autoconfigure;

import io.loanflow.web.ApiDocumentFilter;
import io.loanflow.web.ApiRefusals;
import io.loanflow.web.audit.AuditFilter;
import io.loanflow.web.audit.AuditLog;
import io.loanflow.web.audit.AuditSettings;
import io.loanflow.web.guard.AccessSettings;
import io.loanflow.web.guard.GuardFilter;
import io.loanflow.web.limit.BodyFilter;
import io.loanflow.web.limit.LimitSettings;
import io.loanflow.web.login.LoginFilter;
import io.loanflow.web.login.LoginSettings;
import io.loanflow.web.page.Addresses;
import io.loanflow.web.page.Layout;
import io.loanflow.web.page.PageSettings;
import io.loanflow.web.page.ProblemPages;
import io.loanflow.web.page.StartController;
import io.loanflow.web.server.ContainerSettings;
import io.loanflow.web.server.ProblemErrorController;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.HandlerMapping;

/** What guards a service, without code of its own. */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({
    LimitSettings.class,
    AccessSettings.class,
    LoginSettings.class,
    PageSettings.class,
    AuditSettings.class
})
public class WebAutoConfiguration {

    @Bean
    AuditLog auditLog(AuditSettings settings, Environment environment) {
        return new AuditLog(environment.getProperty("spring.application.name", "service"), settings);
    }

    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(AuditLog log) {
        FilterRegistrationBean<AuditFilter> registration = new FilterRegistrationBean<>(new AuditFilter(log));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(FilterOrder.AUDIT);
        return registration;
    }

    @Bean
    FilterRegistrationBean<GuardFilter> guardFilter(AccessSettings settings) {
        FilterRegistrationBean<GuardFilter> registration = new FilterRegistrationBean<>(new GuardFilter(settings));
        registration.setOrder(FilterOrder.GUARD);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> loginFilter(LoginSettings settings, ObjectProvider<HandlerMapping> mappings) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
                LoginFilter.of(settings, () -> mappings.orderedStream().toList()));
        registration.setName("loginFilter");
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(FilterOrder.LOGIN);
        registration.setEnabled(settings.isOn());
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(LimitSettings settings) {
        FilterRegistrationBean<BodyFilter> registration = new FilterRegistrationBean<>(new BodyFilter(settings));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        registration.setOrder(FilterOrder.BODY);
        return registration;
    }

    @Bean
    ApiDocumentFilter apiDocumentFilter() {
        return new ApiDocumentFilter();
    }

    /** Only where there is a document. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springdoc.core.customizers.GlobalOpenApiCustomizer")
    static class Documented {

        @Bean
        ApiRefusals apiRefusals(LoginSettings settings) {
            return new ApiRefusals(settings.isOn());
        }
    }

    @Bean
    ContainerSettings containerSettings(Environment environment, LoginSettings login) {
        return new ContainerSettings(environment.getProperty("loanflow.health-port", Integer.class, -1), login.isOn());
    }

    @Bean
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    @Bean
    Layout layout(PageSettings settings, Environment environment) {
        return new Layout(new Addresses(settings, environment.getProperty("spring.application.name", "")));
    }

    @Bean
    StartController startController(Layout layout) {
        return new StartController(layout);
    }

    @Bean
    ProblemPages problemPages(Layout layout) {
        return new ProblemPages(layout);
    }
}
