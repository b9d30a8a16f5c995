package io.loanflow.training.card;

import io.loanflow.training.evaluation.CalibrationBin;
import io.loanflow.training.evaluation.ColumnImportance;
import io.loanflow.training.explanation.ModelExplanation;
import java.util.List;
import java.util.Map;

/**
 * A model card (M. Mitchell and others: Model Cards for Model Reporting, 2019) of one version. Sums and shares only: no row of anybody.
 *
 * @param digest SHA-256 of the trees
 * @param trained when, in ISO 8601
 * @param runPage MLflow's page of the run
 * @param versionPage MLflow's page of the version, where the gate's ruling stands: it is made after the card
 * @param calibrationMethod that makes a probability of a score
 * @param threshold smallest probability that is decided positive
 * @param measured on test rows only, with 95 % intervals
 * @param calibration of all test rows, without empty bins
 * @param importance most important column first
 * @param explanation what the model does overall, on training rows
 * @param limits what the figures do not say
 */
public record ModelCard(
        String name,
        int version,
        String family,
        String digest,
        String trained,
        String runPage,
        String versionPage,
        CardData data,
        Map<String, String> parameters,
        String calibrationMethod,
        double threshold,
        List<MeasuredRows> measured,
        List<GroupDifferences> groupDifferences,
        List<CalibrationBin> calibration,
        List<ColumnImportance> importance,
        ModelExplanation explanation,
        List<ProxyTest> proxies,
        List<String> limits,
        Map<String, String> environment) {}
