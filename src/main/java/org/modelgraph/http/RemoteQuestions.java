package org.modelgraph.http;

import org.modelgraph.catalog.AnswerTable;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.remote.ReadAnswer;
import org.modelgraph.remote.RemoteStore;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.Terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers the questions of the catalogue over a remote store: no version, and no entity tag. */
final class RemoteQuestions implements Answerer {
    private static final QueryReader READER = new QueryReader(Terms.NONE);

    private final RemoteStore store;
    private final QueryLane lane;

    RemoteQuestions(RemoteStore store, QueryLane lane) {
        this.store = store;
        this.lane = lane;
    }

    @Override
    public Duration longest() {
        return lane.limit(Optional.empty());
    }

    @Override
    public void answer(Exchange exchange, Asking asking, TableFormat format, Sending sending) {
        RemotePromises.requireKept(exchange);
        lane.charge(
                exchange,
                () -> {
                    var query = lane.read(() -> READER.read(asking.text())).query();
                    Answerer.requireRows(query, asking);
                    var table = lane.watch(query, () -> table(exchange, asking));
                    sending.send(table, Optional.empty());
                    return true;
                });
    }

    private AnswerTable table(Exchange exchange, Asking asking) {
        var accepted = RemoteQueries.accepted(Format.JSON, Format.Kind.ROWS);
        return lane.run(
                exchange,
                () -> {
                    try (var answer =
                            store.query(asking.text(), List.of(), List.of(), accepted, longest())) {
                        return AnswerTable.of(ReadAnswer.rows(answer), asking.page());
                    } catch (RuntimeException e) {
                        throw ReadAnswer.problem(e);
                    }
                });
    }
}
