package org.modelgraph.conformance;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads manifests and the files that they name, from the class path. */
final class Manifest {
    /** Where the files of all suites seem to be, so that their relative names become IRIs. */
    static final String ROOT = "https://cases.example/";

    private static final String CORE = "http://www.w3.org/2000/10/rdf-tests/rdfcore/";
    private static final String TEST = CORE + "testSchema#";
    private static final ConcurrentHashMap<Suite, List<Case>> READ = new ConcurrentHashMap<>();

    private Manifest() {}

    /** The cases of a suite, in the order of the manifests. */
    static List<Case> cases(Suite suite) {
        return READ.computeIfAbsent(
                suite, s -> s.manifests().stream().flatMap(path -> cases(s, ROOT + path)).toList());
    }

    private static Stream<Case> cases(Suite suite, String manifest) {
        var model = ModelFactory.createDefaultModel();
        RDFParser.source(new ByteArrayInputStream(bytes(manifest)))
                .lang(Files.lang(manifest))
                .base(manifest)
                .parse(model.getGraph());
        if (manifest.endsWith(".rdf")) return approved(suite, model);
        var included =
                members(model, manifest, "include")
                        .flatMap(m -> cases(suite, m.asResource().getURI()));
        var entries =
                members(model, manifest, "entries")
                        .map(RDFNode::asResource)
                        .filter(entry -> entry.hasProperty(RDF.type))
                        .map(entry -> named(suite, folder(manifest), entry))
                        .filter(c -> suite.holds(c.type()));
        return Stream.concat(included, entries);
    }

    private static Case named(Suite suite, String folder, Resource entry) {
        var type = entry.getPropertyResourceValue(RDF.type).getURI().replaceFirst(".*#", "");
        return new Case(suite, folder + "/" + entry.getURI().replaceFirst(".*#", ""), type, entry);
    }

    private static String folder(String manifest) {
        return manifest.replaceFirst(".*/([^/]+)/[^/]+$", "$1");
    }

    private static Stream<RDFNode> members(Model model, String manifest, String property) {
        var found = new ArrayList<RDFNode>();
        model.createResource(manifest)
                .listProperties(Case.property(Case.MF + property))
                .forEachRemaining(s -> found.addAll(s.getObject().as(RDFList.class).asJavaList()));
        return found.stream();
    }

    /** The manifest of RDF/XML has a form of its own. */
    private static Stream<Case> approved(Suite suite, Model model) {
        return model
                .listSubjectsWithProperty(Case.property(TEST + "status"), "APPROVED")
                .filterKeep(Resource::isURIResource)
                .toList()
                .stream()
                .map(test ->
                        new Case(
                                suite,
                                test.getURI()
                                        .substring(CORE.length())
                                        .replace("/Manifest.rdf#", "/"),
                                test.getPropertyResourceValue(RDF.type)
                                        .getURI()
                                        .replaceFirst(".*#", ""),
                                test))
                .filter(c -> suite.holds(c.type()))
                .sorted(java.util.Comparator.comparing(Case::name));
    }

    /** The document that a case of RDF/XML reads or expects. */
    static String document(Case of, String property) {
        return Case.value(of.description(), TEST + property).orElseThrow();
    }

    static String text(String iri) {
        return new String(bytes(iri), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String iri) {
        var path = iri.replace(ROOT, "").replace(CORE, "testcases/rdfxml/w3c-approved/");
        try (var in = Manifest.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("no file " + path);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
