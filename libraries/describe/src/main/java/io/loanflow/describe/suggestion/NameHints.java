package io.loanflow.describe.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a column's name says of it. */
final class NameHints {

    private static final Set<String> IDENTIFIERS = Set.of(
            "id",
            "uuid",
            "guid",
            "key",
            "nr",
            "no",
            "num",
            "number",
            "index",
            "idx",
            "rowid",
            "kundennummer",
            "nummer",
            "numero",
            "customer",
            "member",
            "account",
            "ssn",
            "email",
            "phone",
            "url",
            "uri",
            "href",
            "name",
            "unnamed");

    private static final Set<String> TARGETS = Set.of(
            "target",
            "label",
            "class",
            "y",
            "default",
            "status",
            "bad",
            "good",
            "churn",
            "churned",
            "approved",
            "outcome",
            "response",
            "survived",
            "risk",
            "fraud",
            "liked",
            "dlqin2yrs",
            "seriousdlqin2yrs",
            "income",
            "result",
            "decision",
            "action",
            "denied",
            "ziel",
            "kredit",
            "ausfall",
            "objetivo",
            "cible",
            "exited",
            "deposit");

    private static final Set<String> PROTECTED = Set.of(
            "sex",
            "gender",
            "race",
            "ethnicity",
            "ethnic",
            "marital",
            "married",
            "marriage",
            "nationality",
            "national",
            "foreign",
            "foreigner",
            "religion",
            "native",
            "citizenship",
            "citizen",
            "disability",
            "disabled",
            "pregnant",
            "origin",
            "orientation",
            "colour",
            "color",
            "white",
            "geschlecht",
            "familienstand",
            "nationalitat",
            "staatsangehorigkeit",
            "auslander",
            "herkunft",
            "rasse",
            "sexe",
            "nationalite",
            "matrimoniale",
            "sexo",
            "genero",
            "raza",
            "nacionalidad",
            "civil",
            "sesso",
            "genere",
            "nazionalita",
            "geslacht",
            "nationaliteit",
            "plec",
            "kon",
            "пол",
            "национальность");

    private static final Set<String> AGES = Set.of(
            "age",
            "alter",
            "edad",
            "eta",
            "leeftijd",
            "idade",
            "dob",
            "birth",
            "birthdate",
            "birthday",
            "born",
            "geburtsdatum",
            "geburtsjahr",
            "возраст");

    /** Values that say what a column is, whatever its name. */
    private static final List<Set<String>> PROTECTED_VALUES = List.of(
            Set.of("male", "female"),
            Set.of("m", "f"),
            Set.of("man", "woman"),
            Set.of("mann", "frau"),
            Set.of("m", "w"),
            Set.of("männlich", "weiblich"),
            Set.of("homme", "femme"),
            Set.of("h", "f"),
            Set.of("hombre", "mujer"),
            Set.of("uomo", "donna"),
            Set.of("masculino", "femenino"),
            Set.of("masculino", "feminino"),
            Set.of("мужской", "женский"),
            Set.of("single", "married"),
            Set.of("ledig", "verheiratet"),
            Set.of("soltero", "casado"),
            Set.of("célibataire", "marié"),
            Set.of("white", "black"));

    /** Known only once the decision was made, or because of it. */
    private static final Pattern AFTERWARDS = Pattern.compile(
            "recover(?:y|ies)|settlement|total_?pymnt|total_?payment|total_?rec_|last_?pymnt|last_?payment|out_?prncp"
                    + "|last_?fico|charge_?d?_?off|collection_?recovery|hardship|write_?off|time_?to_?default|closed_?date",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\d)");

    private NameHints() {}

    private static List<String> words(String name) {
        return Arrays.stream(WORDS.split(name))
                .map(word -> java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean has(String name, Set<String> of) {
        return words(name).stream().anyMatch(of::contains) || of.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isIdentifier(String name) {
        return has(name, IDENTIFIERS);
    }

    static boolean isTarget(String name) {
        return has(name, TARGETS);
    }

    static boolean isProtected(String name) {
        return has(name, PROTECTED);
    }

    static boolean isAge(String name) {
        return has(name, AGES);
    }

    static boolean isKnownAfterwards(String name) {
        return AFTERWARDS.matcher(name).find();
    }

    static boolean areProtected(Set<String> values) {
        Set<String> lower =
                values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return PROTECTED_VALUES.stream().anyMatch(lower::containsAll) && lower.size() <= 12;
    }

    static @Nullable String unit(String name) {
        List<String> words = words(name);
        if (words.isEmpty()) {
            return null;
        }
        String last = words.get(words.size() - 1);
        return switch (last) {
            case "usd", "eur", "gbp", "chf", "inr" -> last.toUpperCase(Locale.ROOT);
            case "months", "years", "days", "hours", "minutes", "seconds" -> last;
            case "ms" -> "ms";
            case "age" -> "years";
            case "percent", "pct" -> "percent";
            default -> null;
        };
    }
}
