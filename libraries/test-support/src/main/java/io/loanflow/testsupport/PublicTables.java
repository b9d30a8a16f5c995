package io.loanflow.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Made-up tables that are written as well-known public ones are; their labels follow from their rows, and from chance. */
// A function of a row is as constant as a text.
@SuppressWarnings("ImmutableEnumChecker")
public enum PublicTables {
    /** No header, labels 1 and 2, a few values missing. */
    ILPD("ilpd.csv", null, "", row -> {
        double bilirubin = row.number(0.4, 8);
        return row.text(
                ",",
                row.whole(4, 90),
                row.one("Male", "Female"),
                row.decimal(bilirubin, 1),
                row.decimal(bilirubin * row.number(0.2, 0.5), 1),
                row.whole(60, 900),
                row.whole(10, 400),
                row.whole(10, 800),
                row.decimal(row.number(3, 9), 1),
                row.decimal(row.number(1, 5), 1),
                row.maybe(0.01, row.decimal(row.number(0.3, 2.5), 2)),
                row.label(bilirubin > 2.4, "1", "2"));
    }),

    /** Blanks between codes, no header, labels 1 and 2. */
    GERMAN("german.data", null, "", row -> {
        String account = row.one("A11", "A12", "A13", "A14");
        int months = row.whole(4, 72);
        return row.text(
                " ",
                account,
                months,
                row.one("A30", "A31", "A32", "A33", "A34"),
                row.one("A40", "A41", "A410", "A42", "A43", "A46", "A49"),
                row.whole(250, 18000),
                row.one("A61", "A62", "A65"),
                row.one("A91", "A92", "A93", "A94"),
                row.whole(1, 4),
                row.whole(19, 75),
                row.one("A151", "A152", "A153"),
                row.one("A201", "A202"),
                row.label(account.equals("A14") || months < 24, "1", "2"));
    }),

    /** A blank after each comma, question marks, names with hyphens. */
    ADULT(
            "adult.csv",
            "income",
            "age, workclass, fnlwgt, education, education-num, marital-status, relationship, race, sex, capital-gain,"
                    + " hours-per-week, native-country, income\n",
            row -> {
                int schooling = row.whole(1, 16);
                String marital = row.one("Married-civ-spouse", "Never-married", "Divorced");
                return row.text(
                        ", ",
                        row.whole(17, 90),
                        row.one("Private", "State-gov", "Self-emp-not-inc", "?"),
                        row.whole(12285, 1484705),
                        row.one("Bachelors", "HS-grad", "11th", "Masters", "Some-college"),
                        schooling,
                        marital,
                        row.one("Husband", "Not-in-family", "Own-child"),
                        row.one("White", "Black", "Asian-Pac-Islander"),
                        row.one("Male", "Female"),
                        row.one("0", "0", "0", "7688"),
                        row.whole(20, 60),
                        row.one("United-States", "United-States", "Mexico", "?"),
                        row.label(schooling > 11 && !marital.equals("Never-married"), ">50K", "<=50K"));
            }),

    /** An index column without a name, NA. */
    GIVE_ME_SOME_CREDIT(
            "cs-training.csv",
            "SeriousDlqin2yrs",
            "\"\",\"SeriousDlqin2yrs\",\"RevolvingUtilizationOfUnsecuredLines\",\"age\",\"NumberOfTime30-59DaysPastDueNotWorse\",\"DebtRatio\",\"MonthlyIncome\",\"NumberOfOpenCreditLinesAndLoans\",\"NumberOfDependents\"\n",
            row -> {
                double used = row.number(0, 1.2);
                int late = Math.max(0, row.whole(-6, 4));
                return row.text(
                        ",",
                        row.number(),
                        row.label(used + late > 1.6, "1", "0"),
                        row.decimal(used, 9),
                        row.whole(21, 95),
                        late,
                        row.decimal(row.number(0, 2), 9),
                        row.otherwise("NA", 0.2, row.whole(800, 15000)),
                        row.whole(0, 25),
                        row.otherwise("NA", 0.03, row.whole(0, 8)));
            }),

    /** Names with points, codes for groups of people. */
    CREDIT_CARD(
            "UCI_Credit_Card.csv",
            "default.payment.next.month",
            "\"ID\",\"LIMIT_BAL\",\"SEX\",\"EDUCATION\",\"MARRIAGE\",\"AGE\",\"PAY_0\",\"PAY_2\",\"BILL_AMT1\",\"PAY_AMT1\",\"default.payment.next.month\"\n",
            row -> {
                int late = row.whole(-2, 8);
                return row.text(
                        ",",
                        row.number(),
                        row.whole(1, 80) * 10000,
                        row.whole(1, 2),
                        row.whole(1, 4),
                        row.whole(1, 3),
                        row.whole(21, 75),
                        late,
                        row.whole(-2, 8),
                        row.decimal(row.number(-5000, 400000), 1),
                        row.whole(0, 20000),
                        row.label(late > 3, "1", "0"));
            }),

    /** An identifier of letters, empty cells, 3+, Y and N. */
    LOAN_TUTORIAL(
            "train_ctrUa4K.csv",
            "Loan_Status",
            "Loan_ID,Gender,Married,Dependents,Education,Self_Employed,ApplicantIncome,CoapplicantIncome,LoanAmount,"
                    + "Loan_Amount_Term,Credit_History,Property_Area,Loan_Status\n",
            row -> {
                String history = row.maybe(0.08, row.one("1", "1", "1", "0"));
                return row.text(
                        ",",
                        "LP" + String.format(Locale.ROOT, "%06d", 1000 + 3 * row.number()),
                        row.maybe(0.02, row.one("Male", "Male", "Female")),
                        row.one("Yes", "No"),
                        row.maybe(0.02, row.one("0", "1", "2", "3+")),
                        row.one("Graduate", "Not Graduate"),
                        row.maybe(0.05, row.one("No", "No", "Yes")),
                        row.whole(150, 20000),
                        row.decimal(row.number(0, 5000), 1),
                        row.maybe(0.04, row.whole(9, 700)),
                        row.maybe(0.02, row.one("360", "360", "180", "480")),
                        history,
                        row.one("Urban", "Rural", "Semiurban"),
                        row.label(!history.equals("0"), "Y", "N"));
            }),

    /** Upper-case names, many empty cells. */
    HMEQ("hmeq.csv", "BAD", "BAD,LOAN,MORTDUE,VALUE,REASON,JOB,YOJ,DEROG,DELINQ,CLAGE,NINQ,CLNO,DEBTINC\n", row -> {
        int delinquent = Math.max(0, row.whole(-5, 5));
        double debt = row.number(1, 60);
        return row.text(
                ",",
                row.label(delinquent > 1 || debt > 50, "1", "0"),
                row.whole(11, 890) * 100,
                row.maybe(0.09, row.decimal(row.number(2000, 300000), 0)),
                row.decimal(row.number(8000, 500000), 0),
                row.maybe(0.04, row.one("HomeImp", "DebtCon")),
                row.maybe(0.05, row.one("Other", "Office", "Sales", "Mgr", "ProfExe", "Self")),
                row.maybe(0.09, row.decimal(row.number(0, 40), 1)),
                row.maybe(0.12, row.whole(0, 5)),
                row.maybe(0.1, delinquent),
                row.maybe(0.05, row.decimal(row.number(0, 600), 4)),
                row.maybe(0.09, row.whole(0, 12)),
                row.maybe(0.04, row.whole(0, 60)),
                row.maybe(0.2, row.decimal(debt, 6)));
    }),

    /** Months, percent signs, dates, free text, and columns that are known only afterwards. */
    LENDING_CLUB(
            "lending_club.csv",
            "loan_status",
            "id,loan_amnt,term,int_rate,sub_grade,emp_title,emp_length,home_ownership,annual_inc,issue_d,dti,revol_util,total_rec_prncp,recoveries,policy_code,loan_status\n",
            row -> {
                double rate = row.number(5, 28);
                boolean paid = row.label(rate < 17, "y", "n").equals("y");
                int amount = row.whole(20, 700) * 50;
                return row.text(
                        ",",
                        68407277 + 17 * row.number(),
                        amount,
                        row.one(" 36 months", " 36 months", " 60 months"),
                        row.decimal(rate, 2) + "%",
                        row.one("A", "B", "C", "D") + row.whole(1, 5),
                        "\"" + row.one("Clerk", "Nurse", "Driver", "Teacher") + ", " + row.one("north", "south") + " "
                                + row.number() + "\"",
                        row.otherwise("n/a", 0.05, row.one("< 1 year", "1 year", "2 years", "5 years", "10+ years")),
                        row.one("RENT", "OWN", "MORTGAGE"),
                        row.decimal(row.number(20000, 200000), 1),
                        row.one("Dec-2011", "Jan-2012", "Nov-2011", "Oct-2011"),
                        row.decimal(row.number(0, 40), 2),
                        row.maybe(0.02, row.decimal(row.number(0, 100), 1) + "%"),
                        row.decimal(paid ? amount : amount * row.number(0, 0.7), 2),
                        row.decimal(paid ? 0 : row.number(100, 3000), 2),
                        "1",
                        paid ? "Fully Paid" : "Charged Off");
            });

    private static final int ROWS = 2000;

    /** Labels that are chance. */
    private static final double NOISE = 0.1;

    private final String fileName;
    private final @Nullable String target;
    private final String header;
    private final Function<Row, String> line;

    PublicTables(String fileName, @Nullable String target, String header, Function<Row, String> line) {
        this.fileName = fileName;
        this.target = target;
        this.header = header;
        this.line = line;
    }

    /** What its header calls the column that is to be predicted; null where it has none, and it is the last one. */
    public @Nullable String target() {
        return target;
    }

    /** Writes it, the same each time. */
    public Path write(Path directory) throws IOException {
        Row row = new Row();
        StringBuilder text = new StringBuilder(header);
        for (int number = 0; number < ROWS; number++) {
            row.number = number + 1;
            text.append(line.apply(row)).append('\n');
        }
        return Files.writeString(directory.resolve(fileName), text);
    }

    /** Draws the values of a row. */
    private static final class Row {

        private final SplittableRandom random = new SplittableRandom(17);
        private int number;

        int number() {
            return number;
        }

        double number(double from, double to) {
            return random.nextDouble(from, to);
        }

        int whole(int least, int greatest) {
            return random.nextInt(least, greatest + 1);
        }

        String one(String... of) {
            return of[random.nextInt(of.length)];
        }

        String decimal(double number, int places) {
            return String.format(Locale.ROOT, "%." + places + "f", number);
        }

        String maybe(double missing, Object value) {
            return otherwise("", missing, value);
        }

        String otherwise(String marker, double missing, Object value) {
            return random.nextDouble() < missing ? marker : String.valueOf(value);
        }

        String label(boolean positive, String yes, String no) {
            return random.nextDouble() < NOISE == positive ? no : yes;
        }

        String text(String separator, Object... values) {
            StringBuilder text = new StringBuilder();
            for (Object value : values) {
                text.append(text.isEmpty() && value == values[0] ? "" : separator)
                        .append(value);
            }
            return text.toString();
        }
    }
}
