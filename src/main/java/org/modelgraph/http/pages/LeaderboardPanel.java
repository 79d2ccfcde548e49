package org.modelgraph.http.pages;

import org.modelgraph.browse.Leaderboard;
import org.modelgraph.browse.Leaderboard.Group;
import org.modelgraph.browse.Leaderboard.Terms;
import org.modelgraph.browse.LeaderboardQuery;
import org.modelgraph.browse.Names;
import org.modelgraph.browse.Result;
import org.modelgraph.browse.Thing;
import org.modelgraph.chart.DotPlot;
import org.modelgraph.chart.Point;
import org.modelgraph.chart.Row;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The results on a benchmark as its page shows them: one group of numbers that can be compared, and
 * the way to the other groups.
 *
 * @param group the group that is shown
 * @param all true where long lists are not cut
 */
public record LeaderboardPanel(
        Frame frame, Names names, Leaderboard board, Group group, boolean all) {
    private static final int SHOWN = 50;
    private static final int DRAWN = 25;

    /** A group to choose: what it is called, where it is, and whether it is the one shown. */
    public record Choice(String label, int size, String address, boolean chosen) {}

    /**
     * A result in its order.
     *
     * @param rank its place; empty where it has none
     * @param behind how far it is from the best, such as {@code −2.3}; empty for the best
     */
    public record Line(Optional<Integer> rank, Result result, String behind) {}

    /**
     * The panel that an address asks for with {@code metric}, {@code setting} and {@code baseline};
     * the largest group where it asks for none that there is.
     */
    public static LeaderboardPanel of(Frame frame, Names names, Leaderboard board) {
        var wanted =
                Parameter.parse(frame.query()).stream()
                        .collect(Collectors.toMap(Parameter::name, Parameter::value, (a, _) -> a));
        var group =
                board.groups().stream()
                        .filter(g -> fits(g.terms(), wanted))
                        .findFirst()
                        .orElse(board.groups().getFirst());
        return new LeaderboardPanel(frame, names, board, group, wanted.containsKey("all"));
    }

    private static boolean fits(Terms terms, Map<String, String> wanted) {
        return address(terms).entrySet().stream()
                .allMatch(e ->
                        !wanted.containsKey(e.getKey())
                                || wanted.get(e.getKey()).equals(e.getValue()));
    }

    /** What names a group in an address. */
    private static Map<String, String> address(Terms terms) {
        var names = new LinkedHashMap<String, String>();
        names.put("metric", slug(terms.metric()));
        names.put("setting", terms.setting().map(LeaderboardPanel::slug).orElse("none"));
        terms.baseline().ifPresent(b -> names.put("baseline", slug(b)));
        return names;
    }

    private static String slug(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private String address(Terms terms, String rest) {
        return frame.link(
                        frame.addresses().page(board.benchmark())
                                + "?"
                                + address(terms).entrySet().stream()
                                        .map(e -> e.getKey() + "=" + Addresses.encode(e.getValue()))
                                        .collect(Collectors.joining("&"))
                                + rest)
                + "#results";
    }

    /** All groups, the largest first. */
    public List<Choice> choices() {
        return board.groups().stream()
                .map(g ->
                        new Choice(
                                label(g.terms()),
                                g.results().size(),
                                address(g.terms(), ""),
                                g.equals(group)))
                .toList();
    }

    private String label(Terms terms) {
        var metric = thing(terms.metric()).label();
        var setting =
                terms.setting()
                        .map(s -> thing(s).label())
                        .orElse(frame.texts().get("results.unstated"));
        return terms.baseline()
                .map(b -> metric + " · " + setting + " · " + against(b))
                .orElse(metric + " · " + setting);
    }

    private String against(String baseline) {
        return frame.texts().get("results.against", thing(baseline).label());
    }

    /** The name of the group that is shown. */
    public String label() {
        return label(group.terms());
    }

    /** The unit of the numbers; empty where it is not known. */
    public String unit() {
        return group.scale().unit().map(u -> thing(u).label()).orElse("");
    }

    public Thing thing(String iri) {
        return names.of(iri, frame.language());
    }

    /** In how many documents the numbers stand. */
    public long sources() {
        return group.results().stream().flatMap(r -> r.source().stream()).distinct().count();
    }

    /** True where the date of a number is known. */
    public boolean isDated() {
        return group.results().stream().anyMatch(r -> r.date().isPresent());
    }

    /** The numbers in their order, a long list cut. */
    public List<Line> lines() {
        var results = group.results();
        var ranks = group.ranks();
        var best = results.stream().filter(Result::isFirm).findFirst().flatMap(Result::value);
        var lines = new ArrayList<Line>();
        for (var i = 0; i < results.size() && (all || i < SHOWN); i++)
            lines.add(new Line(ranks.get(i), results.get(i), behind(results.get(i), best)));
        return lines;
    }

    private static String behind(Result result, Optional<BigDecimal> best) {
        if (best.isEmpty() || result.value().isEmpty()) return "";
        var difference = result.value().get().subtract(best.get());
        if (difference.signum() == 0) return "";
        return (difference.signum() < 0 ? "−" : "+") + plain(difference.abs());
    }

    /** A number without noughts at its end. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The number of a result, as it is shown. */
    public String number(Result result) {
        return result.value().map(LeaderboardPanel::plain).orElse("");
    }

    /** How the source prints the number, where that says more than the number. */
    public Optional<String> printed(Result result) {
        var printed = result.printed().strip();
        return printed.isEmpty()
                        || printed.replaceAll("\\.?0*%?$", "")
                                .equals(number(result).replaceAll("\\.?0*$", ""))
                ? Optional.empty()
                : Optional.of(printed);
    }

    /** How a code looks. */
    public String tone(String code) {
        return Tone.of(code).style();
    }

    /** True of a code worth telling: anything but measured and accepted. */
    public boolean isTelling(String code) {
        return !code.isEmpty() && !code.endsWith("/measured") && !code.endsWith("/accepted");
    }

    /** The address with the whole list; empty where it is whole already. */
    public Optional<String> whole() {
        return all || group.results().size() <= SHOWN
                ? Optional.empty()
                : Optional.of(address(group.terms(), "&all=1"));
    }

    /** The drawing: a line for each of the first models, with all its numbers. */
    public Optional<String> figure() {
        var models = new LinkedHashMap<String, List<Result>>();
        for (var result : group.results())
            if (result.value().isPresent())
                models.computeIfAbsent(result.model(), _ -> new ArrayList<>()).add(result);
        if (models.size() < 2) return Optional.empty();
        var rows =
                models.entrySet().stream()
                        .limit(DRAWN)
                        .map(e ->
                                new Row(
                                        thing(e.getKey()).label(),
                                        e.getValue().stream().map(this::point).toList()))
                        .toList();
        return Optional.of(DotPlot.svg(frame.texts().get("results.figure", label()), rows));
    }

    private Point point(Result result) {
        var style = result.party().style();
        return new Point(
                result.value().orElseThrow().doubleValue(),
                number(result),
                result.isFirm() ? style : "doubtful",
                thing(result.model()).label()
                        + ": "
                        + number(result)
                        + " · "
                        + thing(result.reporter()).label());
    }

    /** What somebody is to a model, in words. */
    public String party(Result result) {
        var texts = frame.texts();
        return switch (result.party()) {
            case DEVELOPER -> texts.get("results.developer");
            case THIRD_PARTY -> texts.get("results.third-party");
            case UNKNOWN -> texts.get("results.unknown");
        };
    }

    /** The query behind the group. */
    public String sparql() {
        return LeaderboardQuery.of(board.benchmark(), group);
    }

    /** The group as data. */
    public Downloads downloads() {
        return new Downloads(
                List.of(Format.CSV, Format.JSON).stream()
                        .map(f ->
                                new Downloads.Link(
                                        Downloads.name(f),
                                        frame.addresses().sparql(sparql())
                                                + "&format="
                                                + f.extension()))
                        .toList());
    }
}
