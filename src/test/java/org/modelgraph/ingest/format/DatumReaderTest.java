package org.modelgraph.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.StringReader;
import java.util.ArrayList;

class DatumReaderTest {
    private final ArrayList<String> remarks = new ArrayList<>();

    private Datum yaml(String text, int before) {
        return DatumReader.yaml("a.yaml", before, (line, words) -> remarks.add(line + " " + words))
                .read(new StringReader(text));
    }

    private Datum json(String text) {
        return DatumReader.json("a.json", (line, words) -> remarks.add(line + " " + words))
                .read(new StringReader(text));
    }

    @Test
    void everyValueKnowsItsLine() {
        var root = yaml("a: 1\nb:\n  - x\n  - y: 0.90\n", 1);
        assertThat(root.get("a").line()).isEqualTo(2);
        assertThat(root.get("b").items().get(1).get("y"))
                .isEqualTo(new Datum.Text(5, "0.90", Datum.Scalar.NUMBER));
        assertThat(json("{\n\"a\":\n[1.50]}").get("a").items().getFirst())
                .isEqualTo(new Datum.Text(3, "1.50", Datum.Scalar.NUMBER));
    }

    @Test
    void whatIsNotThereIsNothing() {
        var root = yaml("a: ~\nb: ''\nc: [1]\n", 0);
        assertThat(root.text("a")).isEmpty();
        assertThat(root.text("b")).isEmpty();
        assertThat(root.get("d").get("e").items()).isEmpty();
        assertThat(root.get("c").items()).hasSize(1);
        assertThat(yaml("", 0).isNothing()).isTrue();
    }

    @Test
    void anchorsAndFoldedTextsAreFollowed() {
        var root = yaml("a: &x {k: v}\nb: *x\nc: >-\n  one\n  two\n", 0);
        assertThat(root.get("b").text("k")).contains("v");
        assertThat(root.text("c")).contains("one two");
    }

    @Test
    void aKeyThatStandsTwiceIsRemarked() {
        assertThat(json("{\"a\": 1,\n\"a\": 2}").text("a")).contains("2");
        assertThat(remarks).containsExactly("2 the key a stands twice; the last one counts");
    }

    @Test
    void pythonsNotANumberIsReadAsItStands() {
        assertThat(json("{\"a\": NaN}").text("a")).contains("NaN");
    }

    @Test
    void aBrokenTextIsToldWithItsLine() {
        assertThatThrownBy(() -> json("{\"a\": 1,\n \"b\" }"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.detail()).startsWith("a.json:2: ");
                            assertThat(p.position().map(Position::line)).contains(2);
                        });
        assertThatThrownBy(() -> yaml("a: [1\nb: 2\n", 3))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.detail()).startsWith("a.yaml:5: "));
        assertThatThrownBy(() -> json("{} x")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> json("[".repeat(10_000)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("deeply nested");
    }

    @Test
    void anArrayIsReadItemByItem() {
        var items = new ArrayList<Datum>();
        DatumReader.json("a.json", (_, _) -> {})
                .readItems(new StringReader("[{\"a\": 1}, 2]"), items::add);
        assertThat(items).hasSize(2);
    }
}
