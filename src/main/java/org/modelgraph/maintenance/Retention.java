package org.modelgraph.maintenance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which backups are kept: the newest of each of the last 7 days, 4 weeks (from Monday) and 6 months
 * that have one, by UTC.
 */
final class Retention {
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MONTHS = 6;

    private Retention() {}

    static Set<Backup> kept(List<Backup> all) {
        var newestFirst = all.stream().sorted(Comparator.comparing(Backup::at).reversed()).toList();
        var kept = new HashSet<Backup>();
        kept.addAll(newest(newestFirst, DAYS, Retention::day));
        kept.addAll(newest(newestFirst, WEEKS, Retention::week));
        kept.addAll(newest(newestFirst, MONTHS, at -> YearMonth.from(day(at))));
        return kept;
    }

    private static <P> List<Backup> newest(
            List<Backup> newestFirst, int periods, Function<Instant, P> period) {
        var first = new LinkedHashMap<P, Backup>();
        newestFirst.forEach(backup -> first.putIfAbsent(period.apply(backup.at()), backup));
        return first.values().stream().limit(periods).toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static List<Integer> week(Instant at) {
        return List.of(
                day(at).get(IsoFields.WEEK_BASED_YEAR),
                day(at).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
