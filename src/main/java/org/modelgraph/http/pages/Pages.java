package org.modelgraph.http.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.modelgraph.browse.Description;
import org.modelgraph.browse.Index;
import org.modelgraph.browse.Roster;
import org.modelgraph.browse.Selection;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.http.pages.panel.Panel;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every page of the server, as HTML that is whole, escaped and free of scripts. */
public final class Pages {
    /** What stands in the query field when nobody has written anything yet. */
    public static final String EXAMPLE =
            """
            PREFIX mg: <https://w3id.org/modelgraph/ns/>

            SELECT ?model ?developer WHERE {
              ?model a mg:Model .
              OPTIONAL { ?model mg:developedBy ?developer }
            }
            ORDER BY ?model
            LIMIT 100\
            """;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    Pages.class.getClassLoader(),
                    "org.modelgraph.http.pages.jte");

    /** The front page. */
    public String home(Frame frame, HomeFacts facts) {
        return render("home", frame, Map.of("facts", facts));
    }

    /** The page of a thing. */
    public String thing(Frame frame, Description description) {
        return thing(frame, description, Optional.empty(), List.of());
    }

    /**
     * The page of a thing.
     *
     * @param leaderboard the results on it, where it is a benchmark
     * @param panels what its kind of page has beside
     */
    public String thing(
            Frame frame,
            Description description,
            Optional<LeaderboardPanel> leaderboard,
            List<Panel> panels) {
        return render(
                "thing",
                frame,
                Map.of(
                        "page",
                        ThingPage.of(frame, description, leaderboard),
                        "panels",
                        panels,
                        "downloads",
                        Downloads.of(frame, description.thing().iri())));
    }

    /** A panel alone, for a frame of another page. */
    public String embedded(Frame frame, Panel panel) {
        return render("embed", frame, Map.of("panel", panel));
    }

    /**
     * The form for a query.
     *
     * @param query the text to begin with; {@link #EXAMPLE} where it is blank
     */
    public String queryForm(Frame frame, String query, Catalog catalog) {
        var text = query.isBlank() ? EXAMPLE : query;
        return render("sparql", frame, Map.of("query", text, "catalog", catalog));
    }

    /** The answer to a SELECT. */
    public String rows(Frame frame, Run run, RowTable table) {
        return answer("rows", frame, run, Format.Kind.ROWS, table);
    }

    /** The answer to an ASK. */
    public String truth(Frame frame, Run run, boolean value) {
        return answer("truth", frame, run, Format.Kind.TRUTH, value);
    }

    /** The answer to a CONSTRUCT or DESCRIBE. */
    public String triples(Frame frame, Run run, List<TripleLine> triples) {
        return answer("triples", frame, run, Format.Kind.TRIPLES, TripleLine.grouped(triples));
    }

    /** What went wrong. */
    public String problem(Frame frame, Problem problem) {
        return problem(frame, problem, Optional.empty());
    }

    /**
     * What went wrong with a query.
     *
     * @param text the query, if there was one: it can be mended and sent again
     */
    public String problem(Frame frame, Problem problem, Optional<String> text) {
        var excerpt = text.flatMap(t -> problem.position().flatMap(p -> Excerpt.of(t, p)));
        return render(
                "problem", frame, Map.of("problem", problem, "text", text, "excerpt", excerpt));
    }

    /** The questions of the catalogue. */
    public String queries(Frame frame, Catalog catalog) {
        return render("queries", frame, Map.of("catalog", catalog));
    }

    /** A question and its answer. */
    public String question(Frame frame, Asking asking, Run run, RowTable table, Index index) {
        var page = QuestionPage.of(frame, asking, run, table, index);
        return render("question", frame, Map.of("page", page));
    }

    /** A page of a list. */
    public String list(Frame frame, Index index, Roster roster, Selection selection, int page) {
        var list = ListPage.of(frame, roster, index.names(), selection, page);
        return render("list", frame, Map.of("page", list));
    }

    /** Commits. */
    public String changes(ChangesPage page) {
        return render("changes", page.frame(), Map.of("page", page));
    }

    /** What changed. */
    public String change(ChangePage page) {
        return render("change", page.frame(), Map.of("page", page));
    }

    /** What a search found. */
    public String search(SearchPage page) {
        return render("search", page.frame(), Map.of("page", page));
    }

    /** The report of an import. */
    public String imported(ImportPage page) {
        return render("import", page.frame(), Map.of("page", page));
    }

    private String answer(String template, Frame frame, Run run, Format.Kind kind, Object answer) {
        var downloads = Downloads.of(frame, run.query(), kind);
        return render(
                template, frame, Map.of("run", run, "downloads", downloads, "answer", answer));
    }

    /** A page from a template, which gets the frame and what else is named. */
    public String render(String template, Frame frame, Map<String, Object> model) {
        var parameters = new HashMap<>(model);
        parameters.put("frame", frame);
        var out = new StringOutput();
        engine.render(template + ".jte", parameters, out);
        return out.toString();
    }
}
