package org.modelgraph.http.pages.panel;

import static org.modelgraph.http.pages.panel.Form.*;
import static org.modelgraph.http.pages.panel.Slot.half;
import static org.modelgraph.http.pages.panel.Slot.wide;

import org.modelgraph.http.pages.Kind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which panels the page of a thing has, by its kind. */
public final class Layout {
    private static final Slot NEIGHBOURHOOD =
            wide("graph/neighbourhood", "thing", Form.NEIGHBOURHOOD);

    private static final List<Slot> MODEL =
            List.of(
                    half("model/facts", "model", FACTS).columns(5).keep(),
                    half("model/results", "model", BARS).columns(7),
                    half("model/issues", "model", ISSUES).keep(),
                    half("mitigations/applied", "model", TABLE),
                    half("techniques/applied", "model", TABLE),
                    half("model/disclosure", "model", TABLE).keep(),
                    half("use/advice", "model", TABLE),
                    half("model/kin", "model", RELATIONS),
                    half("provenance/who-speaks", "model", TABLE),
                    NEIGHBOURHOOD);

    private static final List<Slot> TECHNIQUE =
            List.of(
                    half("technique/relations", "technique", RELATIONS),
                    half("techniques/hierarchy", "technique", TABLE),
                    wide("techniques/models-applying", "technique", TABLE).keep(),
                    half("vocabulary/mappings-of-concept", "concept", TABLE),
                    NEIGHBOURHOOD);

    private static final List<Slot> ISSUE =
            List.of(
                    wide("issue/mitigations", "issue", TABLE).keep(),
                    half("issue/models", "issue", TABLE).keep(),
                    half("issue/related", "issue", RELATIONS),
                    wide("limitations/who-says-what", "limitation", TABLE),
                    half("risks/from-limitation", "limitation", TABLE),
                    half("vocabulary/mappings-of-concept", "concept", TABLE),
                    NEIGHBOURHOOD);

    private static final List<Slot> MITIGATION =
            List.of(
                    wide("mitigation/claims", "mitigation", TABLE).keep(),
                    half("mitigation/issues", "mitigation", TABLE).keep(),
                    half("vocabulary/mappings-of-concept", "concept", TABLE),
                    NEIGHBOURHOOD);

    private static final List<Slot> ORGANIZATION =
            List.of(
                    wide("organization/models", "organization", TABLE).keep(),
                    half("organization/sources", "organization", TABLE),
                    half("graph/families-of-developer", "developer", TABLE),
                    wide("disclosure/by-developer", "developer", TABLE),
                    half("disclosure/share-over-editions", "developer", TABLE),
                    half("results/developer-only", "developer", TABLE));

    private static final List<Slot> SOURCE =
            List.of(
                    half("source/subjects", "source", TABLE).columns(5).keep(),
                    half("source/passages", "source", QUOTES).columns(7),
                    wide("source/claims", "source", TABLE),
                    half("provenance/corroborated-claims", "source", TABLE),
                    half("disagreement/disputed-claims", "source", TABLE));

    private static final List<Slot> CLAIM =
            List.of(
                    half("claim/content", "claim", FACTS),
                    half("claim/related", "claim", RELATIONS).keep(),
                    half("claim/derived", "claim", TABLE).keep());

    private static final List<Slot> BENCHMARK =
            List.of(
                    half("results/record-over-time", "benchmark", TABLE),
                    half("disagreement/first-and-third-party", "benchmark", TABLE),
                    half("results/widest-spread", "benchmark", TABLE),
                    half("results/without-setting", "benchmark", TABLE));

    private static final List<Slot> FAMILY =
            List.of(wide("graph/family-lineage", "family", TABLE), NEIGHBOURHOOD);

    private static final List<Slot> THREAT =
            List.of(
                    wide("issue/mitigations", "issue", TABLE),
                    wide("threats/incidents-by-threat", "threat", TABLE),
                    half("issue/related", "issue", RELATIONS),
                    half("vocabulary/mappings-of-concept", "concept", TABLE));

    private static final List<Slot> TERM =
            List.of(
                    half("ontology/relations", "term", RELATIONS),
                    half("ontology/examples", "term", TABLE),
                    half("ontology/questions", "term", TABLE),
                    wide("ontology/shape", "term", TABLE));

    private Layout() {}

    /** The panels of a kind, in their order. */
    public static List<Slot> of(Kind kind) {
        return switch (kind) {
            case MODEL -> MODEL;
            case TECHNIQUE -> TECHNIQUE;
            case LIMITATION, RISK, CHALLENGE -> ISSUE;
            case MITIGATION -> MITIGATION;
            case ORGANIZATION -> ORGANIZATION;
            case SOURCE -> SOURCE;
            case CLAIM -> CLAIM;
            case BENCHMARK -> BENCHMARK;
            case FAMILY -> FAMILY;
            case THREAT -> THREAT;
            case NS -> TERM;
            case USE -> List.of(wide("use/fit-for-use", "use", TABLE));
            case SYSTEM -> List.of(wide("limitations/inherited-by-systems", "system", TABLE));
            default -> List.of();
        };
    }

    /** All places of all layouts. */
    public static Stream<Slot> all() {
        return Stream.of(Kind.values()).flatMap(kind -> of(kind).stream());
    }

    /** The place that a question has in a layout. */
    public static Optional<Slot> slotOf(String question) {
        return all().filter(slot -> slot.question().equals(question)).findFirst();
    }
}
