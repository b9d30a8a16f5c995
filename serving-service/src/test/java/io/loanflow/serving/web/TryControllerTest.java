package io.loanflow.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.champion.ChampionFixture;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.serving.prediction.Predictor;
import io.loanflow.serving.prediction.PredictorFixture;
import io.loanflow.serving.whatif.WhatIfSearch;
import io.loanflow.web.page.Addresses;
import io.loanflow.web.page.Layout;
import io.loanflow.web.page.PageSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** The form with which a person asks the model. */
@WebMvcTest(controllers = TryController.class, properties = "spring.main.banner-mode=off")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class TryControllerTest {

    private static final ModelFolder FOLDER = TrainedModel.explained(1).folder(DataOrigin.FILE);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Champions champions;

    @Test
    void withoutAModelItSaysHowToGetOne() {
        assertThat(page(mvc.get().uri("/try").exchange(), 200)).contains("No model is in service yet", "loanflow run");
    }

    @Test
    void theFormIsMadeFromTheDefinitionAndHoldsARowThatWorks() {
        serve();

        String page = page(mvc.get().uri("/try").exchange(), 200);

        LoanDefinition.DEFINITION
                .features()
                .forEach(column -> assertThat(page).contains("name=\"" + column.name() + "\""));
        assertThat(page).doesNotContain("name=\"person_gender\"", "role=\"status\"");
        assertThat(page(post(Map.of()), 422)).contains("cannot be decided about");
    }

    @Test
    void anAnswerComesWithItsProbabilityTheThresholdAndWhatEachValueDid() {
        serve();

        String page = page(post(row()), 200);

        assertThat(page)
                .contains("role=\"status\"", "What each value did", "What spoke against it most")
                .containsPattern("Probability of approved 0\\.\\d{3}; from 0\\.\\d{3} on a record is approved")
                .containsPattern("[-+]\\d+\\.\\d{3} towards (approved|rejected)")
                .contains("value=\"" + row().get("person_income") + "\"");
    }

    @Test
    void whatWouldHaveChangedTheDecisionCanBeTried() {
        serve();
        int tried = 0;
        for (LoanRow row : LoanRows.madeUp(20, 5)) {
            String page = page(post(texts(row)), 200);
            if (page.contains("What would have changed it")) {
                assertThat(page).contains(" instead of ");
                assertThat(decision(page(post(hiddenFields(page)), 200))).isNotEqualTo(decision(page));
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    /** Of the first form. */
    private static Map<String, String> hiddenFields(String page) {
        Map<String, String> fields = new TreeMap<>();
        String form = page.substring(page.indexOf("<form method"), page.indexOf("</form>"));
        Pattern.compile("name=\"([a-z_]+)\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    private static String decision(String page) {
        Matcher verdict = Pattern.compile("<div class=\"verdict (good|bad)\">").matcher(page);
        assertThat(verdict.find()).isTrue();
        return verdict.group(1);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
        serve();
        Map<String, String> row = row();
        row.put("person_age", "<b>7</b>");
        row.put("person_income", "");

        String page = page(post(row), 422);

        assertThat(page)
                .contains("2 of its values must be changed")
                .contains("value=\"&lt;b&gt;7&lt;&#x2F;b&gt;\"".replace("&#x2F;", "/"))
                .containsPattern("id=\"about-person_age\"><span class=\"problem\">[^<]+")
                .containsPattern("id=\"about-person_income\"><span class=\"problem\">[^<]+")
                .doesNotContain("<b>7", "role=\"status\"");
        assertThat(page.split("aria-invalid", -1)).hasSize(3);
    }

    private void serve() {
        ChampionFixture.serve(champions.follow("loan"), FOLDER, 3, "0f5e");
    }

    private static Map<String, String> row() {
        return texts(LoanRows.madeUp(1, 5).get(0));
    }

    private static Map<String, String> texts(LoanRow row) {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> value :
                row.json(LoanDefinition.DEFINITION).properties()) {
            texts.put(value.getKey(), value.getValue().asString());
        }
        return texts;
    }

    private MvcTestResult post(Map<String, String> row) {
        String body = row.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return mvc.post()
                .uri("/try/loan")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body)
                .exchange();
    }

    private static String page(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status);
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestConfiguration
    @Import(WhatIfSearch.class)
    static class Beans {

        @Bean
        Champions champions() {
            return new Champions(PredictorFixture.SETTINGS);
        }

        @Bean
        Predictor predictor(Champions champions) {
            return PredictorFixture.predictor(champions, new SimpleMeterRegistry());
        }

        @Bean
        Layout layout() {
            URI nowhere = URI.create("http://127.0.0.1:9");
            return new Layout(new Addresses(
                    new PageSettings(nowhere, nowhere, nowhere, null, "default", nowhere), "serving-service"));
        }
    }
}
