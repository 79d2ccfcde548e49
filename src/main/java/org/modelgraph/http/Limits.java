package org.modelgraph.http;

import org.modelgraph.Settings;
import org.modelgraph.federation.Federation;
import org.modelgraph.federation.Quota;
import org.modelgraph.sparql.Complexity;
import org.modelgraph.sparql.bound.Budget;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every number that is limited here, with the value in force, by the name that {@code /limits}, the
 * service description and the documentation have for it; 0 where a setting sets no limit.
 */
final class Limits {
    private final Map<String, Number> numbers = new LinkedHashMap<>();
    private final Federation federation;

    /**
     * The limits of a server.
     *
     * @param federation the servers that may be called
     */
    Limits(Settings settings, QueryLane lane, Lanes lanes, Federation federation) {
        this.federation = federation;
        texts();
        running(settings, lane);
        clients(lane.most());
        remote(federation.quota(), lanes.remote());
        lane("query", lanes.queries());
        lane("remoteQuery", lanes.remote());
        lane("quickRead", lanes.quick());
        lane("write", lanes.writes());
        sending(settings);
    }

    private void texts() {
        numbers.put("queryBytes", Complexity.QUERY.bytes());
        numbers.put("updateBytes", Complexity.UPDATE.bytes());
        numbers.put("openBrackets", Complexity.QUERY.nesting());
        numbers.put("triplePatterns", Complexity.QUERY.patterns());
        numbers.put("algebraDepth", Complexity.QUERY.depth());
    }

    private void running(Settings settings, QueryLane lane) {
        numbers.put("querySeconds", lane.limit(Optional.empty()).toMillis() / 1000.0);
        numbers.put("parallelQueries", settings.parallelQueries());
        numbers.put("answerRows", settings.rowLimit());
        numbers.put("textCharacters", Budget.USUAL.textLength());
        numbers.put("pathEnds", Budget.USUAL.heldRows());
        numbers.put("allocatedBytesPerQuery", settings.queryMemory());
    }

    private void clients(Allowances.Most most) {
        numbers.put("perClient.querySecondsAMinute", most.seconds());
        numbers.put("perClient.failedQueriesAMinute", most.errors());
        numbers.put("perClient.parallelQueries", most.parallel());
        numbers.put("perClient.wrongCredentials", Access.FAILED_TRIES);
        numbers.put("perClient.wrongCredentialsSeconds", Access.WINDOW.toSeconds());
    }

    private void remote(Quota quota, Admission lane) {
        numbers.put("remote.parallelQueries", lane.parallel());
        numbers.put("remote.callsPerQuery", quota.calls());
        numbers.put("remote.secondsPerCall", quota.patience().toSeconds());
        numbers.put("remote.bytesPerAnswer", quota.answerBytes());
        numbers.put("remote.bytesPerQuery", quota.allBytes());
        numbers.put("remote.rowsPerCall", quota.rows());
        numbers.put("remote.heldSeconds", Federation.HELD.toSeconds());
        numbers.put("remote.heldBytes", Federation.HELD_BYTES);
    }

    private void lane(String kind, Admission lane) {
        numbers.put("waiting." + kind + "Places", lane.queue());
        numbers.put("waiting." + kind + "Seconds", lane.patience().toSeconds());
    }

    private void sending(Settings settings) {
        numbers.put("uploadBytes", settings.uploadLimit());
        numbers.put("slowestBodyBytesASecond", PacedInput.BYTES_A_SECOND);
        numbers.put("slowestBodyGraceSeconds", PacedInput.GRACE.toSeconds());
    }

    /** The servers that SERVICE and LOAD may call, as scheme, host and port. */
    List<String> servers() {
        return federation.hosts();
    }

    /** All of them, in the order of the documentation; a dot leads into an object. */
    Map<String, Number> numbers() {
        return Collections.unmodifiableMap(numbers);
    }
}
