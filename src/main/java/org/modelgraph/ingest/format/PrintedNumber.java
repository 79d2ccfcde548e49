package org.modelgraph.ingest.format;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people print it: perhaps with a sign of comparison before it, a per cent sign or a
 * spread behind it, and commas between thousands.
 *
 * @param value the number, in units of what is printed
 * @param qualifier the code that says how the value is to be taken: exact, approximate, at-least,
 *     at-most or below
 * @param percent true where a per cent sign stands behind it
 * @param spread what stands behind a plus-minus sign; the print does not say what it measures
 */
public record PrintedNumber(
        BigDecimal value, String qualifier, boolean percent, Optional<String> spread) {
    private static final int MOST_DIGITS = 30;
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<sign>[~≈<>≤≥]?|<=|>=|ca\\.)\\s*"
                        + "(?<number>[+−-]?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d+)?([eE][+-]?\\d{1,3})?)"
                        + "\\s*(?<percent>%?)\\s*((±|\\+/-|\\+-)\\s*(?<spread>[0-9.]+)\\s*%?)?");

    /** The number that is printed; empty where something else is, or no finite number. */
    public static Optional<PrintedNumber> of(String printed) {
        var form = FORM.matcher(printed.strip());
        if (!form.matches() || form.group("number").chars().noneMatch(Character::isDigit))
            return Optional.empty();
        var digits = form.group("number").replace(",", "").replace('−', '-');
        if (digits.startsWith("e") || digits.startsWith("E")) return Optional.empty();
        var value = new BigDecimal(digits.startsWith("+") ? digits.substring(1) : digits);
        if (value.toPlainString().length() > MOST_DIGITS) return Optional.empty();
        return Optional.of(
                new PrintedNumber(
                        value,
                        qualifier(form.group("sign").toLowerCase(Locale.ROOT)),
                        !form.group("percent").isEmpty(),
                        Optional.ofNullable(form.group("spread"))));
    }

    private static String qualifier(String sign) {
        return switch (sign) {
            case "~", "≈", "ca." -> "approximate";
            case ">", "≥", ">=" -> "at-least";
            case "≤", "<=" -> "at-most";
            case "<" -> "below";
            default -> "exact";
        };
    }

    /** The number as the lexical form of an {@code xsd:decimal}. */
    public static String decimal(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.toBigInteger().toString() : plain.toPlainString();
    }
}
