package io.loanflow.localstack.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** What changes in the world of the demonstration. Seeded: the same records always drift the same way. */
final class DemoDrift {

    /** For people. */
    static final String STATED =
            "incomes fall by 40 %, a third of the loans is for ventures, and who asks for less than an eighth of the income is"
                    + " decided 1, a venture 0";

    private static final BigDecimal FALL = new BigDecimal("0.6");
    private static final double VENTURES = 1.0 / 3;
    private static final double SMALL = 0.125;
    private static final String VENTURE = "VENTURE";

    private final SplittableRandom random = new SplittableRandom(7);

    DemoRecord of(DemoRecord record) {
        ObjectNode features = record.features().deepCopy();
        BigDecimal income =
                features.path("person_income").decimalValue().multiply(FALL).setScale(0, RoundingMode.HALF_UP);
        BigDecimal amount = features.path("loan_amnt").decimalValue();
        BigDecimal share = amount.divide(income.max(BigDecimal.ONE), 2, RoundingMode.HALF_UP)
                .min(BigDecimal.ONE);
        features.put("person_income", income);
        features.put("loan_percent_income", share);
        if (random.nextDouble() < VENTURES) {
            features.put("loan_intent", VENTURE);
        }
        return new DemoRecord(features, label(features, share.doubleValue(), record.label()));
    }

    private static String label(ObjectNode features, double share, String before) {
        if (features.path("loan_intent").asString().equals(VENTURE)) {
            return "0";
        }
        return share < SMALL ? "1" : before;
    }
}
