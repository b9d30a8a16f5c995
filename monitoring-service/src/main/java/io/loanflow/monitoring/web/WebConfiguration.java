package io.loanflow.monitoring.web;

import io.loanflow.web.ProblemSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the API's document. */
@Configuration
class WebConfiguration {

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .components(new Components().addSchemas(ProblemSchema.NAME, Problems.schema()))
                .info(
                        new Info()
                                .title("Loanflow watch")
                                .version("v1")
                                .description(
                                        "Takes what became of decisions, and shows how decisions drift from what their model learned."));
    }
}
