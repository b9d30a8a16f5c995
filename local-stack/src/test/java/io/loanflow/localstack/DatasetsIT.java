package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localstack.LoanflowProgram.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Another data set beside the first, by the commands that the README has for it. */
class DatasetsIT {

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    @TempDir
    Path directory;

    @Test
    void aDataSetThatIsAddedIsRunAndServedBesideTheFirst() throws Exception {
        SecondDataset added = SecondDataset.define(STACK.program().data(), directory);

        Outcome first = STACK.program().run("run");
        Outcome second = STACK.program()
                .run(
                        "run",
                        "--dataset",
                        SecondDataset.NAME,
                        "--data",
                        added.file().toString());

        assertThat(first.code()).as(first.text()).isZero();
        assertThat(second.code()).as(second.text()).isZero();
        assertThat(second.text()).contains("promoted: ", "flats version 1 answers");
        String flats = address(second.text());
        assertThat(flats).endsWith("/api/v1/flats/predictions");
        HttpResponse<String> answer = post(flats, SecondDataset.ROW);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"decision\":\"let\"", "\"name\":\"flats\"");
        assertThat(post(address(first.text()), SecondDataset.ROW).statusCode()).isEqualTo(400);
        theCommandAsksEither();
    }

    /** A reason speaks against the positive label, so here it says why somebody is let a flat. */
    @Test
    void aDefinitionWhoseLabelsAreTurnedRoundDecidesTheSame() throws Exception {
        SecondDataset turned = SecondDataset.defineTurnedRound(STACK.program().data(), directory);

        Outcome run = STACK.program()
                .run(
                        "run",
                        "--dataset",
                        SecondDataset.TURNED_ROUND,
                        "--data",
                        turned.file().toString());

        assertThat(run.code()).as(run.text()).isZero();
        String let = post(address(run.text()), SecondDataset.ROW).body();
        assertThat(let).contains("\"decision\":\"let\"", "\"reasons\":[{");
        assertThat(probability(let)).isLessThan(0.1);
        String refused = post(address(run.text()), SecondDataset.REFUSED).body();
        assertThat(refused).contains("\"decision\":\"refused\"").doesNotContain("reasons");
        assertThat(probability(refused)).isGreaterThan(0.9);
    }

    private static double probability(String answer) {
        Matcher number = Pattern.compile("\"probability\":([0-9.Ee-]+)").matcher(answer);
        assertThat(number.find()).as(answer).isTrue();
        return Double.parseDouble(number.group(1));
    }

    private static void theCommandAsksEither() {
        Outcome flats = STACK.program().run("predict", "--dataset", SecondDataset.NAME, "--json", SecondDataset.ROW);
        Outcome loan = STACK.program().run("predict", "--json", SecondDataset.ROW);

        assertThat(flats.code()).as(flats.text()).isZero();
        assertThat(flats.text()).contains("\"let\"");
        assertThat(loan.code()).isEqualTo(1);
        assertThat(loan.text()).contains("/loan_amnt is missing");
    }

    /** Of the request that the command prints. */
    private static String address(String text) {
        Matcher curl = Pattern.compile("curl -s (http\\S+)").matcher(text);
        assertThat(curl.find()).as(text).isTrue();
        return curl.group(1);
    }

    private static HttpResponse<String> post(String address, String json) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.ofString());
    }
}
