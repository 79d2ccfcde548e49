package org.modelgraph.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;

import org.eclipse.jetty.http.HttpException;
import org.modelgraph.problem.Causes;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.EOFException;

/** What becomes of requests that no endpoint could answer. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final Problems problems;
    private final Auditing auditing;
    private final Absence absence;

    /** What is told of an address, or a method, that a server does not have. */
    interface Absence {
        /** That of a server that has all there is. */
        Absence PLAIN =
                new Absence() {
                    @Override
                    public Problem nothingThere(Context context) {
                        return Problem.of(
                                Problem.Kind.NOT_FOUND,
                                "There is nothing at " + context.path() + ".");
                    }

                    @Override
                    public Problem wrongMethod(Context context) {
                        return Problem.of(
                                Problem.Kind.METHOD_NOT_ALLOWED,
                                context.req().getMethod()
                                        + " is not possible at "
                                        + context.path()
                                        + ".");
                    }
                };

        Problem nothingThere(Context context);

        Problem wrongMethod(Context context);
    }

    Failures(Problems problems, Auditing auditing, Absence absence) {
        this.problems = problems;
        this.auditing = auditing;
        this.absence = absence;
    }

    void enter(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> write(context, problem));
        routes.exception(
                AnswerCut.class,
                (cut, _) -> log.info("An answer broke off: {}", String.valueOf(cut.getMessage())));
        routes.exception(
                MethodNotAllowedResponse.class,
                (refusal, context) -> {
                    context.header(
                            "Allow",
                            String.join(", ", refusal.getDetails().values()) + ", OPTIONS");
                    write(context, absence.wrongMethod(context));
                });
        routes.exception(
                NotFoundResponse.class,
                (_, context) -> write(context, absence.nothingThere(context)));
        routes.exception(Exception.class, (e, context) -> write(context, problem(e)));
        routes.error(404, context -> writeUnlessAnswered(context, absence.nothingThere(context)));
        routes.error(405, context -> writeUnlessAnswered(context, absence.wrongMethod(context)));
    }

    /** A request that is not sent as HTTP and its media types say is the client's matter. */
    private static Problem problem(Exception failure) {
        if (Causes.any(failure, f -> f instanceof HttpException || f instanceof EOFException))
            return Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "The request breaks off, or is not well-formed.")
                    .hint("Send it as its Content-Type and Content-Length say.")
                    .causedBy(failure);
        return Problem.of(Problem.Kind.INTERNAL, "The request failed on the server.")
                .causedBy(failure);
    }

    private void writeUnlessAnswered(Context context, Problem problem) {
        if (!isAnswered(context)) write(context, problem);
    }

    private static boolean isAnswered(Context context) {
        var type = context.res().getContentType();
        return type != null && (type.contains("problem") || type.contains("html"));
    }

    private void write(Context context, Problem problem) {
        var exchange = new Exchange(context);
        if (problem.kind() == Problem.Kind.FORBIDDEN) Access.tellInsufficient(exchange, problem);
        auditing.refused(exchange, problem);
        problems.write(exchange, problem);
    }
}
