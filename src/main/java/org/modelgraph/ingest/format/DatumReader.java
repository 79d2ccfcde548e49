package org.modelgraph.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.yaml.snakeyaml.LoaderOptions;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads JSON (RFC 8259, and NaN and Infinity as Python writes them) or YAML (1.1, as SnakeYAML
 * reads it) into values that know their lines. An array at the top is read item by item, so that it
 * need not fit in memory.
 */
public final class DatumReader {
    private static final int DEPTH = 200;
    private static final int LONGEST_TEXT = 50_000_000;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(constraints())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();
    private static final JsonFactory YAML =
            YAMLFactory.builder()
                    .streamReadConstraints(constraints())
                    .loaderOptions(options())
                    .build();

    private final String file;
    private final int before;
    private final JsonFactory syntax;
    private final BiConsumer<Integer, String> remark;
    private final Map<String, Datum> anchors = new HashMap<>();

    private DatumReader(
            String file, int before, JsonFactory syntax, BiConsumer<Integer, String> remark) {
        this.file = file;
        this.before = before;
        this.syntax = syntax;
        this.remark = remark;
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(LONGEST_TEXT)
                .build();
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DEPTH);
        return options;
    }

    /**
     * A reader of JSON.
     *
     * @param file how the user calls the file, for problems
     * @param remark is told what is strange and yet readable, with its line
     */
    public static DatumReader json(String file, BiConsumer<Integer, String> remark) {
        return new DatumReader(file, 0, JSON, remark);
    }

    /**
     * A reader of YAML.
     *
     * @param before how many lines stand in the file before the text that will be read
     */
    public static DatumReader yaml(String file, int before, BiConsumer<Integer, String> remark) {
        return new DatumReader(file, before, YAML, remark);
    }

    /**
     * Reads a document whole.
     *
     * @throws Problem of kind {@link Problem.Kind#MALFORMED_DATA}, with the line, where the text is
     *     broken; an empty document is nothing
     */
    public Datum read(Reader text) {
        var whole = new Datum[] {Datum.Text.NONE};
        parse(text, parser -> whole[0] = value(parser));
        return whole[0];
    }

    /**
     * Reads a document, and hands over the items of an array at the top one by one, anything else
     * as one.
     */
    public void readItems(Reader text, Consumer<Datum> sink) {
        parse(
                text,
                parser -> {
                    if (parser.currentToken() != JsonToken.START_ARRAY) {
                        sink.accept(value(parser));
                        return;
                    }
                    while (parser.nextToken() != JsonToken.END_ARRAY) sink.accept(value(parser));
                });
    }

    @FunctionalInterface
    private interface Reading {
        void from(JsonParser parser) throws IOException;
    }

    private void parse(Reader text, Reading reading) {
        try (var parser = syntax.createParser(text)) {
            if (parser.nextToken() == null) return;
            reading.from(parser);
            if (!(syntax instanceof YAMLFactory) && parser.nextToken() != null)
                throw broken(line(parser), "something follows after the end of the document");
        } catch (StreamConstraintsException e) {
            throw broken(before + 1, "too deeply nested or too long: " + e.getOriginalMessage())
                    .causedBy(e);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            var first = e.getOriginalMessage().lines().findFirst().orElse("is broken");
            throw broken(before + line, first).causedBy(e);
        } catch (CharacterCodingException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, file + ": the text is no UTF-8")
                    .hint("Save the file as UTF-8.")
                    .causedBy(e);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, file + ": " + e.getMessage()).causedBy(e);
        }
    }

    private Datum value(JsonParser parser) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias())
            return anchors.getOrDefault(parser.getText(), Datum.Text.NONE);
        var anchor = parser instanceof YAMLParser ? (String) parser.getObjectId() : null;
        var line = line(parser);
        var datum =
                switch (parser.currentToken()) {
                    case START_OBJECT -> fields(parser, line);
                    case START_ARRAY -> items(parser, line);
                    case VALUE_NULL -> new Datum.Text(line, "", Datum.Scalar.NOTHING);
                    case VALUE_TRUE, VALUE_FALSE ->
                            new Datum.Text(line, parser.getText(), Datum.Scalar.TRUTH);
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                            new Datum.Text(line, parser.getText(), Datum.Scalar.NUMBER);
                    case null, default -> new Datum.Text(line, parser.getText(), Datum.Scalar.TEXT);
                };
        if (anchor != null) anchors.put(anchor, datum);
        return datum;
    }

    private Datum fields(JsonParser parser, int line) throws IOException {
        var fields = new LinkedHashMap<String, Datum>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var keyLine = line(parser);
            parser.nextToken();
            var earlier = fields.put(key, value(parser));
            if (earlier != null)
                remark.accept(keyLine, "the key " + key + " stands twice; the last one counts");
        }
        return new Datum.Fields(line, fields);
    }

    private Datum items(JsonParser parser, int line) throws IOException {
        var items = new ArrayList<Datum>();
        while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(parser));
        return new Datum.Items(line, items);
    }

    private int line(JsonParser parser) {
        return before + Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private Problem broken(int line, String what) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, file + ":" + line + ": " + what)
                .at(new Position(line, 1));
    }
}
