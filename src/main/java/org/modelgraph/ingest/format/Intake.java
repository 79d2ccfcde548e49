package org.modelgraph.ingest.format;

import org.apache.jena.graph.Node;
import org.modelgraph.naming.Named;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a format puts what one file says. Names are resolved against the graph here, claims get
 * their IRIs here, and nothing that a file says is lost without a note.
 */
public final class Intake {
    private static final List<String> ISSUES = List.of("risk", "limitation", "threat", "challenge");

    private final String source;
    private final Naming naming;
    private final FormatMapping mapping;
    private final Findings findings;

    /**
     * The intake of one file.
     *
     * @param source the name of the file as a source, which becomes part of the claims' IRIs
     */
    public Intake(String source, Naming naming, FormatMapping mapping, Findings findings) {
        this.source = source;
        this.naming = naming;
        this.mapping = mapping;
        this.findings = findings;
    }

    /** What the mapping file says. */
    FormatMapping mapping() {
        return mapping;
    }

    /** The name of the file as a source. */
    String sourceName() {
        return source;
    }

    /** Says what the file is and who speaks in it; comes before any claim. */
    public void describe(SourceFacts facts) {
        findings.take(new Finding(0, "the source", false, facts.triples(source)));
    }

    /** Those who speak in a file that does not say who they are. */
    public Named authors(String of, String ofZh) {
        var node = Minting.authors(source);
        return new Named(node, "agent", "authors of " + of, ofZh + "的作者", true);
    }

    /**
     * A claim that the file makes.
     *
     * @param id tells the claim from all others of the file: small letters, digits, hyphens, dots
     * @param line the line on which it stands
     * @param path the way to it inside the file, such as {@code results[3].metrics[0]}
     */
    public ClaimDraft claim(String className, String id, int line, String path, Node asserter) {
        return new ClaimDraft(this, className, id, line, path, asserter);
    }

    /** The result of an evaluation that the file reports. */
    public ResultDraft result(String id, int line, String path, Node asserter) {
        return new ResultDraft(this, id, line, path, asserter);
    }

    void take(Finding finding) {
        findings.take(finding);
    }

    /** Notes that something was read and not taken. */
    public void leaveAside(int line, String words) {
        findings.note(Note.of(Note.Kind.LEFT_ASIDE, line, words));
    }

    /** Notes something that was taken and is strange all the same. */
    public void remark(int line, String words) {
        findings.note(Note.of(Note.Kind.REMARK, line, words));
    }

    /**
     * The thing that a name means; empty where it means nothing, or several things, and such names
     * are left aside.
     *
     * @param kind the kind of thing that is meant, such as {@code model}
     */
    public Optional<Named> named(String kind, String printed, int line) {
        return naming.named(
                kind,
                printed,
                (words, candidates) ->
                        findings.note(new Note(Note.Kind.UNKNOWN_NAME, line, words, candidates)));
    }

    /** An IRI of ours where it is given and means something here, else what is printed. */
    public String meant(Optional<String> iri, String printed) {
        return iri.filter(i -> naming.identified(i).isPresent()).orElse(printed);
    }

    /** The kinds of things that files of this import describe under a name, and how often. */
    Map<String, Integer> announced(String printed) {
        return naming.announced(printed);
    }

    /** What an id stands for that files of this import refer to each other by. */
    Optional<String> title(String id) {
        return naming.title(id);
    }

    /** The issue, of whatever kind, that a name, an IRI or a {@code kind/name} means. */
    Optional<Named> issue(String printed) {
        for (var kind : ISSUES) {
            var found = naming.known(kind, printed);
            if (found.isPresent()) return found;
        }
        return naming.named(printed);
    }

    /** The thing that a name means where it is known; it never becomes a thing of its own. */
    public Optional<Named> known(String kind, String printed) {
        return naming.known(kind, printed);
    }
}
