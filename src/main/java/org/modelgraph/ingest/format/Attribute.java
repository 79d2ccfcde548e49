package org.modelgraph.ingest.format;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.modelgraph.naming.Named;

import java.util.Optional;

/** The plain properties that importers claim of things. */
enum Attribute {
    DEVELOPED_BY("developedBy", "organization", "developed by", "开发者"),
    DERIVED_FROM("derivedFrom", "model", "derived from", "派生自"),
    TRAINED_ON("trainedOn", "dataset", "trained on", "训练数据集"),
    USES_MODEL("usesModel", "model", "uses", "使用模型"),
    MITIGATES("mitigates", "", "mitigates", "缓解"),
    RELEASED_ON("releasedOn", "", "released on", "发布日期"),
    DESCRIBED_AS("describedAs", "", "described as", "描述"),
    LICENCE("licenceName", "", "licence", "许可协议"),
    ACCESS("accessName", "", "access", "开放程度"),
    SIZE("sizeName", "", "size", "规模");

    private static final int LONGEST_LABEL = 80;

    private final String property;
    private final String kind;
    private final String words;
    private final String wordsZh;

    Attribute(String property, String kind, String words, String wordsZh) {
        this.property = property;
        this.kind = kind;
        this.words = words;
        this.wordsZh = wordsZh;
    }

    /** Claims that a thing has another thing as the value of this attribute. */
    void claim(Claiming claiming, Optional<Named> subject, String printed) {
        var claim = start(claiming, subject);
        var value = claim.named(kind, printed, Vocabulary.term("attributeResource"));
        claim.quotation(printed);
        if (subject.isPresent() && value.map(Named::node).equals(subject.map(Named::node))) {
            claiming.intake()
                    .leaveAside(claiming.line(), claiming.path() + " names the thing itself");
            return;
        }
        send(
                claim,
                subject,
                value.map(Named::label).orElse(printed),
                value.map(Named::labelZh).orElse(printed));
    }

    /** Claims that one known thing has another as the value of this attribute. */
    void claim(Claiming claiming, Named subject, Named value, String words) {
        var claim = start(claiming, Optional.of(subject));
        claim.mention(value, Vocabulary.term("attributeResource"));
        claim.quotation(words);
        send(claim, Optional.of(subject), value.label(), value.labelZh());
    }

    /** Claims that a thing has a literal as the value of this attribute. */
    void claim(Claiming claiming, Optional<Named> subject, Node literal) {
        var claim = start(claiming, subject);
        claim.add(Vocabulary.term("attributeLiteral"), literal);
        var text = literal.getLiteralLexicalForm();
        send(claim, subject, text, text);
    }

    /** Claims what a text of others begins with, as a quotation. */
    void quote(Claiming claiming, Optional<Named> subject, String text) {
        var claim = start(claiming, subject);
        var words = ClaimDraft.brief(text);
        if (words.isEmpty()) return;
        claim.quotation(words);
        claim.add(Vocabulary.term("attributeLiteral"), Vocabulary.english(words));
        send(claim, subject, words, words);
    }

    private ClaimDraft start(Claiming claiming, Optional<Named> subject) {
        var claim =
                claiming.intake()
                        .claim(
                                "AttributeClaim",
                                claiming.id(),
                                claiming.line(),
                                claiming.path(),
                                claiming.asserter());
        claim.stance(claiming.stance());
        claim.add(Vocabulary.term("attribute"), Vocabulary.term(property));
        subject.ifPresentOrElse(
                thing -> claim.mention(thing, Vocabulary.term("about")), claim::drop);
        return claim;
    }

    private void send(ClaimDraft claim, Optional<Named> subject, String value, String valueZh) {
        claim.send(
                subject.map(Named::label).orElse("") + ", " + words + ": " + cut(value),
                subject.map(Named::labelZh).orElse("") + "，" + wordsZh + "：" + cut(valueZh));
    }

    private static String cut(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_LABEL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
    }

    /**
     * Where and by whom an attribute is claimed.
     *
     * @param id tells the claim from the others of the file
     * @param path the way to it inside the file
     * @param stance how firmly the source says it
     */
    record Claiming(
            Intake intake, String id, int line, String path, Node asserter, String stance) {}

    /** A day as xsd:date, where it is one. */
    static Optional<Node> day(String text) {
        var day = text.strip();
        if (day.matches("\\d{4}-\\d{2}-\\d{2}[T ].*")) day = day.substring(0, 10);
        return day.matches("\\d{4}-\\d{2}-\\d{2}") && XSDDatatype.XSDdate.isValid(day)
                ? Optional.of(Vocabulary.typed(day, XSDDatatype.XSDdate))
                : Optional.empty();
    }
}
