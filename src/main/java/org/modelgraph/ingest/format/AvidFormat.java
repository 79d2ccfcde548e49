package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reports and vulnerabilities of the AI Vulnerability Database (JSON): each view of the taxonomy
 * becomes a finding of an issue in each model or system that is named. Which of our issues a view
 * is stands in the mapping file.
 */
public final class AvidFormat implements Format {
    private static final Map<String, String> KINDS =
            Map.of("model", "model", "system", "system", "dataset", "dataset");

    @Override
    public String name() {
        return "avid";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".json") || path.endsWith(".json.gz");
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var root = file.text(DatumReader.json(file.shown(), intake::remark)::read);
        var meta = root.get("metadata");
        var id = meta.text("report_id").or(() -> meta.text("vuln_id"));
        if (!root.text("data_type").orElse("").equals("AVID") || id.isEmpty()) {
            intake.leaveAside(
                    1, "the file is no record of AVID: it has no data_type AVID or no id");
            return;
        }
        var author = intake.named("organization", "AI Vulnerability Database", 1);
        if (author.isEmpty()) return;
        intake.describe(
                SourceFacts.of(id.get(), id.get(), author.get(), "data-set", file.name())
                        .at(Optional.of("https://avidml.org/"))
                        .published(
                                root.text("reported_date").or(() -> root.text("published_date"))));
        new Dossier(intake, author.get(), root).take();
    }

    private record Dossier(Intake intake, Named author, Datum root) {
        void take() {
            var artifacts = root.get("affects").get("artifacts").items();
            var views = root.get("impact").get("avid").get("sep_view").items();
            if (artifacts.isEmpty() || views.isEmpty())
                intake.leaveAside(1, "the record names no artefact or no view of the taxonomy");
            for (var v = 0; v < views.size(); v++) view(views.get(v), v, artifacts);
            if (!root.get("metrics").items().isEmpty())
                intake.leaveAside(
                        root.get("metrics").line(),
                        "metrics is left aside: it tells how was tested and gives no result");
        }

        private void view(Datum view, int v, List<Datum> artifacts) {
            var path = "impact.avid.sep_view[" + v + "]";
            var words = view.text().orElse("");
            var code = words.replaceFirst(":.*$", "").strip();
            var issue = intake.mapping().table("issues", code).flatMap(intake::issue);
            if (issue.isEmpty()) {
                intake.leaveAside(
                        view.line(),
                        path
                                + " is left aside: the mapping file names no issue for “"
                                + words
                                + "”");
                return;
            }
            for (var a = 0; a < artifacts.size(); a++)
                finding(artifacts.get(a), issue.get(), "v" + v + "-a" + a, view, path);
        }

        private void finding(Datum artifact, Named issue, String id, Datum view, String path) {
            var kind = KINDS.get(artifact.text("type").orElse("").toLowerCase(Locale.ROOT));
            var name = artifact.text("name");
            if (kind == null || name.isEmpty()) {
                intake.leaveAside(
                        artifact.line(),
                        "the artefact has no name, or is no model, system or data set");
                return;
            }
            var claim = intake.claim("IssueFinding", id, view.line(), path, author.node());
            claim.stance("stated");
            claim.mention(issue, Vocabulary.term("issue"));
            claim.quotation(root.get("problemtype").get("description").text("value").orElse(""));
            root.get("references").items().forEach(r -> r.text("url").ifPresent(claim::cites));
            var subject = claim.named(kind, name.get(), Vocabulary.term("about"));
            claim.send(
                    subject.map(Named::label).orElse("") + ": " + issue.label(),
                    subject.map(Named::labelZh).orElse("") + "：" + issue.labelZh());
        }
    }
}
