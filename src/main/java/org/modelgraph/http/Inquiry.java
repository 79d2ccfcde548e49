package org.modelgraph.http;

import org.modelgraph.catalog.AnswerTable;
import org.modelgraph.catalog.Asking;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.QueryReader;

import java.time.Duration;

/** Answers the questions of the catalogue on the lane for queries. */
final class Inquiry {
    private final Site site;
    private final Admission queries;
    private final Duration longest;

    Inquiry(Site site, Admission queries, Duration longest) {
        this.site = site;
        this.queries = queries;
        this.longest = longest;
    }

    /** How long an answer may take. */
    Duration longest() {
        return longest;
    }

    /** Work on one state of the store. */
    interface Work<T> {
        T on(View view);
    }

    /** Runs work on the lane for queries. */
    <T> T read(Work<T> work) {
        return queries.run(() -> site.store().read(work::on));
    }

    /**
     * The answer to a question.
     *
     * @throws Problem where the question is no SELECT, is refused or takes too long
     */
    AnswerTable answer(View view, Asking asking) {
        var query = new QueryReader(site.terms(view)).read(asking.text()).query();
        Guard.check(query);
        if (!query.isSelectType())
            throw Problem.of(
                            Problem.Kind.NOT_IMPLEMENTED,
                            asking.question().id() + " is no SELECT, so it has no table.")
                    .hint("Send its text to /sparql.");
        try (var answer = Evaluation.start(query, view.target(query), longest)) {
            if (answer instanceof Answer.Rows rows)
                return AnswerTable.of(rows.rows(), asking.page());
            throw new IllegalStateException("a SELECT without rows");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw Evaluation.problem(e, longest);
        }
    }
}
