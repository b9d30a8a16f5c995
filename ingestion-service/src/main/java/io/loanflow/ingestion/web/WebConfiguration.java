package io.loanflow.ingestion.web;

import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.source.FilesDirectory;
import io.loanflow.web.ProblemSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How uploads are taken, and the head of the API's document. */
@Configuration
class WebConfiguration {

    /** Straight into the directory they are loaded from, so that nothing is copied and nothing lies in memory. */
    @Bean
    MultipartConfigElement multipartConfig(IngestionSettings settings, FilesDirectory files) {
        long limit = settings.maxUpload().toBytes();
        long withFormFields = limit + 64 * 1024;
        return new MultipartConfigElement(files.uploads().toString(), limit, withFormFields, 0);
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .components(new Components().addSchemas(ProblemSchema.NAME, Problems.schema()))
                .info(new Info()
                        .title("Loanflow loads")
                        .version("v1")
                        .description("Loads files into a data set's table, once, and shows what checking them found."));
    }
}
