package org.modelgraph.http.reconcile;

import org.modelgraph.browse.Names;
import org.modelgraph.graph.Iris;
import org.modelgraph.http.pages.Texts;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the service says of itself (§3 of the specification). */
final class Manifest {
    /** How wide and high a preview is, in pixels. */
    static final int WIDTH = 430;

    static final int HEIGHT = 300;

    private Manifest() {}

    /**
     * The manifest.
     *
     * @param base the address of the server, without a slash at its end
     * @param service the path of the service, which decides its language
     */
    static Map<String, Object> of(
            String base, String service, Types types, Names names, String language) {
        var texts = Texts.of(language);
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("versions", List.of("0.1", "0.2"));
        manifest.put("name", texts.get("reconcile.name"));
        manifest.put("identifierSpace", Prefixes.BASE);
        manifest.put("schemaSpace", Iris.NS);
        manifest.put("documentation", base + "/help");
        manifest.put("serviceVersion", version());
        manifest.put("logo", base + "/assets/favicon.svg");
        manifest.put("view", Map.of("url", base + "/describe?iri=" + Prefixes.BASE + "{{id}}"));
        manifest.put(
                "defaultTypes", types.usual().stream().map(t -> type(t, names, language)).toList());
        manifest.put(
                "suggest",
                Map.of(
                        "entity", suggest(base, service, "entity"),
                        "type", suggest(base, service, "type"),
                        "property", suggest(base, service, "property")));
        manifest.put(
                "preview",
                Map.of(
                        "url",
                        base + service + "/preview?id={{id}}",
                        "width",
                        WIDTH,
                        "height",
                        HEIGHT));
        manifest.put("extend", extend(base, service, texts));
        return manifest;
    }

    private static String version() {
        return Optional.ofNullable(Manifest.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    /** A class as the protocol names it. */
    static Map<String, Object> type(String iri, Names names, String language) {
        return Map.of("id", Identifier.ofTerm(iri), "name", names.of(iri, language).label());
    }

    private static Map<String, Object> suggest(String base, String service, String what) {
        return Map.of(
                "service_url",
                base,
                "service_path",
                service + "/suggest/" + what,
                "flyout_service_url",
                base,
                "flyout_service_path",
                service + "/flyout/" + what + "?id=${id}");
    }

    private static Map<String, Object> extend(String base, String service, Texts texts) {
        var settings = new ArrayList<Map<String, Object>>();
        settings.add(
                Map.of(
                        "name",
                        "limit",
                        "label",
                        texts.get("reconcile.limit"),
                        "type",
                        "number",
                        "default",
                        0,
                        "help_text",
                        texts.get("reconcile.limit.help")));
        settings.add(
                Map.of(
                        "name",
                        "content",
                        "label",
                        texts.get("reconcile.content"),
                        "type",
                        "select",
                        "default",
                        "thing",
                        "help_text",
                        texts.get("reconcile.content.help"),
                        "choices",
                        List.of(
                                Map.of("value", "thing", "name", texts.get("reconcile.thing")),
                                Map.of("value", "iri", "name", "IRI"))));
        return Map.of(
                "propose_properties",
                Map.of("service_url", base, "service_path", service + "/properties"),
                "property_settings",
                settings);
    }
}
