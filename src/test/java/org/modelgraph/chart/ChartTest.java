package org.modelgraph.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

class ChartTest {
    private static final String EVIL = "\"><script>&";

    private static Row row(String name, double... numbers) {
        return new Row(
                name,
                java.util.Arrays.stream(numbers)
                        .mapToObj(n -> new Point(n, String.valueOf(n), "", EVIL))
                        .toList());
    }

    private static org.w3c.dom.Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static String attribute(String svg, String element, int index, String name)
            throws Exception {
        return parsed(svg)
                .getElementsByTagName(element)
                .item(index)
                .getAttributes()
                .getNamedItem(name)
                .getNodeValue();
    }

    @Test
    void everyDrawingIsXmlWithoutScriptOrStyle() throws Exception {
        var place = new LineChart.Place(2025, new Point(1, EVIL, "", EVIL));
        for (var svg :
                List.of(
                        BarChart.svg(EVIL, List.of(row(EVIL, 1, 2))),
                        DotPlot.svg(EVIL, List.of(row(EVIL, 1, 2))),
                        LineChart.svg(
                                EVIL,
                                List.of(new LineChart.Line(EVIL, List.of(place, place))),
                                String::valueOf))) {
            assertThat(parsed(svg).getDocumentElement().getAttribute("aria-label")).isEqualTo(EVIL);
            assertThat(svg).doesNotContain("<script", "style=");
        }
    }

    @Test
    void aBarIsAsLongAsItsNumber() throws Exception {
        var svg = BarChart.svg("bars", List.of(row("a", 50), row("b", 200)));

        assertThat(attribute(svg, "rect", 0, "width")).isEqualTo("25%");
        assertThat(attribute(svg, "rect", 1, "width")).isEqualTo("100%");
    }

    @Test
    void aNegativeBarEndsWhereAPositiveOneBegins() throws Exception {
        var svg = BarChart.svg("bars", List.of(row("a", -10), row("b", 30)));

        assertThat(attribute(svg, "rect", 0, "x")).isEqualTo("0%");
        assertThat(attribute(svg, "rect", 0, "width")).isEqualTo("25%");
        assertThat(attribute(svg, "rect", 1, "x")).isEqualTo("25%");
    }

    @Test
    void aDotPlotHasADotForEveryNumber() throws Exception {
        var svg = DotPlot.svg("dots", List.of(row("a", 60, 70), row("b", 80)));

        assertThat(parsed(svg).getElementsByTagName("circle").getLength()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "13.2, 92.9, 0, 100, 20",
        "60.9, 91.8, 60, 100, 10",
        "5, 5, 4, 6, 2",
        "-3, 12, -5, 15, 5",
        "0.0012, 0.0041, 0.001, 0.005, 0.001"
    })
    void anAxisHasRoundEndsThatHoldAllNumbers(
            double least, double greatest, double low, double high, double step) {
        var axis = Axis.over(least, greatest);

        assertThat(axis.low()).isLessThanOrEqualTo(least);
        assertThat(axis.high()).isGreaterThanOrEqualTo(greatest);
        assertThat(axis.place(least)).isBetween(0.0, 1.0);
        assertThat(axis.ticks().size()).isBetween(2, 7);
    }

    @Test
    void aNameThatIsTooLongIsCut() {
        assertThat(Drawing.cut("a name that is long", 10)).isEqualTo("a name th…");
        assertThat(Drawing.cut("一二三四五六", 8)).isEqualTo("一二三…");
        assertThat(Drawing.cut("short", 10)).isEqualTo("short");
    }
}
