package org.modelgraph.ingest.format;

import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Hugging Face: the YAML head of model cards and data set cards, with the {@code model-index}, and
 * the YAML files in {@code .eval_results}.
 */
public final class HuggingFaceFormat implements Format {
    private static final String RESULTS = ".eval_results/";
    private static final String CARD = "README.md";
    private static final int LONGEST_HEAD = 8_000_000;

    @Override
    public String name() {
        return "huggingface";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".md") || isResults(path);
    }

    private static boolean isResults(String path) {
        return (path.startsWith(RESULTS) || path.contains("/" + RESULTS))
                && (path.endsWith(".yaml") || path.endsWith(".yml"));
    }

    /** A card tells its model by the folders that it lies in: {@code ORGANISATION/MODEL}. */
    @Override
    public String nameOf(Path file) {
        var path = file.toAbsolutePath().normalize();
        var name = path.getFileName().toString();
        var folders =
                name.equals(CARD)
                        ? 3
                        : path.toString().replace('\\', '/').contains(RESULTS) ? 4 : 1;
        var from = Math.max(0, path.getNameCount() - folders);
        return path.subpath(from, path.getNameCount()).toString().replace('\\', '/');
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        if (isResults(file.name())) {
            var reader = DatumReader.yaml(file.shown(), 0, intake::remark);
            new EvalResults(file, intake, repository(file)).take(file.text(reader::read));
            return;
        }
        var head = file.text(HuggingFaceFormat::head);
        if (head.isEmpty()) {
            intake.leaveAside(1, "the card has no YAML head, so nothing in it can be taken");
            return;
        }
        var reader = DatumReader.yaml(file.shown(), 1, intake::remark);
        var data = reader.read(new StringReader(head.get()));
        if (!(data instanceof Datum.Fields))
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            file.shown() + ":2: the YAML head of the card is no mapping")
                    .at(new Position(2, 1))
                    .hint("Between the two lines --- stand keys with values.");
        new ModelCard(file, intake, repository(file)).take(data);
    }

    /** What stands between the two lines of three hyphens at the top of a card. */
    private static Optional<String> head(Reader text) throws IOException {
        var lines = new BufferedReader(text);
        var first = lines.readLine();
        if (first == null || !first.stripTrailing().equals("---")) return Optional.empty();
        var head = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.stripTrailing().equals("---")) return Optional.of(head.toString());
            if (head.length() > LONGEST_HEAD) break;
            head.append(line).append('\n');
        }
        return Optional.empty();
    }

    /** The repository that a file lies in, {@code ORGANISATION/MODEL}, where its folders tell. */
    private static Optional<String> repository(SourceFile file) {
        var path = file.plainName();
        var inside =
                isResults(path) ? path.replaceFirst("(^|/)\\.eval_results/.*$", "") : folder(path);
        if (inside.isEmpty() || !(isResults(path) || file.fileName().equals(CARD)))
            return Optional.empty();
        var parts = inside.split("/");
        return Optional.of(
                parts.length < 2
                        ? inside
                        : parts[parts.length - 2] + "/" + parts[parts.length - 1]);
    }

    private static String folder(String path) {
        var slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
