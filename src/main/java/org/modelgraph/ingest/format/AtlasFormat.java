package org.modelgraph.ingest.format;

import org.modelgraph.naming.Named;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * MITRE ATLAS: the YAML of a release ({@code dist/ATLAS.yaml}), or one case study. Which mitigation
 * helps against which technique becomes claims, case studies become incidents; tactics, techniques
 * and mitigations that the graph does not know are told, since its vocabularies are made by hand.
 */
public final class AtlasFormat implements Format {
    private static final String PAGE = "https://atlas.mitre.org/";

    @Override
    public String name() {
        return "atlas";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var root = file.text(DatumReader.yaml(file.shown(), 0, intake::remark)::read);
        var author = intake.named("organization", "MITRE", 1);
        if (author.isEmpty()) return;
        var version = root.text("version").map(v -> " " + v).orElse("");
        intake.describe(
                SourceFacts.of(
                                "MITRE ATLAS" + version + ", " + file.fileName(),
                                "MITRE ATLAS" + version + "，" + file.fileName(),
                                author.get(),
                                "data-set",
                                file.name())
                        .at(Optional.of(PAGE)));
        var walk = new Walk(intake, author.get(), new HashSet<>());
        if (root.text("object-type").orElse("").equals("case-study"))
            walk.study(root, "the case study");
        else if (root.get("matrices").items().isEmpty())
            intake.leaveAside(1, "the file has no matrices and is no case study");
        else walk.release(root);
    }

    private record Walk(Intake intake, Named author, Set<String> ids) {
        void release(Datum root) {
            var matrices = root.get("matrices").items();
            for (var i = 0; i < matrices.size(); i++) {
                var path = "matrices[" + i + "]";
                var matrix = matrices.get(i);
                if (matrix.fields().isEmpty())
                    intake.leaveAside(
                            matrix.line(),
                            path + " is left aside: it is an inclusion; import dist/ATLAS.yaml");
                unknown(matrix.get("tactics"), "threat", path + ".tactics");
                unknown(matrix.get("techniques"), "threat", path + ".techniques");
                var mitigations = matrix.get("mitigations").items();
                for (var j = 0; j < mitigations.size(); j++)
                    mitigation(mitigations.get(j), path + ".mitigations[" + j + "]");
            }
            var studies = root.get("case-studies").items();
            for (var i = 0; i < studies.size(); i++)
                study(studies.get(i), "case-studies[" + i + "]");
        }

        private void unknown(Datum concepts, String kind, String path) {
            var items = concepts.items();
            for (var i = 0; i < items.size(); i++)
                if (intake.known(kind, items.get(i).text("id").orElse("")).isEmpty())
                    leave(items.get(i), kind, path + "[" + i + "]");
        }

        private void leave(Datum concept, String kind, String path) {
            intake.leaveAside(
                    concept.line(),
                    path
                            + ": no "
                            + kind
                            + " of the graph has the notation "
                            + concept.text("id").orElse("?")
                            + " ("
                            + concept.text("name").orElse("without name")
                            + ")");
        }

        private void mitigation(Datum mitigation, String path) {
            var found = intake.known("mitigation", mitigation.text("id").orElse(""));
            if (found.isEmpty()) {
                leave(mitigation, "mitigation", path);
                return;
            }
            var techniques = mitigation.get("techniques").items();
            for (var i = 0; i < techniques.size(); i++)
                mitigates(
                        found.get(),
                        mitigation,
                        techniques.get(i),
                        path + ".techniques[" + i + "]");
        }

        private void mitigates(Named mitigation, Datum from, Datum use, String path) {
            var notation = use.text("id").or(use::text).orElse("");
            var threat = intake.known("threat", notation);
            if (threat.isEmpty()) {
                intake.leaveAside(
                        use.line(), path + ": no threat of the graph has the notation " + notation);
                return;
            }
            var key = (from.text("id").orElse("") + "-" + notation).toLowerCase(Locale.ROOT);
            var id = key.replaceAll("[^a-z0-9.]+", "-");
            if (!ids.add(id)) id = id + "-line-" + use.line();
            var claiming =
                    new Attribute.Claiming(intake, id, use.line(), path, author.node(), "stated");
            Attribute.MITIGATES.claim(
                    claiming, mitigation, threat.get(), use.text("use").orElse(""));
        }

        void study(Datum study, String path) {
            var id = study.text("id");
            var name = study.text("name");
            var summary = study.text("summary");
            if (id.isEmpty() || name.isEmpty() || summary.isEmpty()) {
                intake.leaveAside(
                        study.line(), path + " is left aside: it lacks id, name or summary");
                return;
            }
            var incident = new IncidentDraft(intake, id.get(), name.get(), study.line(), path);
            incident.told(summary.get());
            incident.kind(
                    study.text("case-study-type").orElse("").equals("exercise")
                            ? "exercise"
                            : "incident");
            study.text("incident-date")
                    .ifPresent(date ->
                            incident.occurred(
                                    date, study.text("incident-date-granularity").orElse("DATE")));
            var steps = study.get("procedure").items();
            for (var i = 0; i < steps.size(); i++)
                step(steps.get(i), incident, path + ".procedure[" + i + "]");
            incident.send();
        }

        private void step(Datum step, IncidentDraft incident, String path) {
            var id = step.text("technique").orElse("");
            var threat = intake.known("threat", id);
            if (threat.isPresent()) incident.involves(threat.get());
            else
                intake.leaveAside(
                        step.line(),
                        path
                                + ": "
                                + (id.startsWith("{{")
                                        ? id + " is a placeholder; dist/ATLAS.yaml has the notation"
                                        : "no threat of the graph has the notation " + id));
        }
    }
}
