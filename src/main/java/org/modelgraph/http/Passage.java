package org.modelgraph.http;

import io.javalin.config.RoutesConfig;

/** What happens before and after every request, whatever kind of server answers it. */
record Passage(Policy policy, StatusEndpoint status, Access access, Figures figures) {
    /** What comes before, in this order. */
    void before(RoutesConfig routes) {
        routes.before(context -> RequestId.begin(new Exchange(context)));
        routes.before(context -> policy.apply(new Exchange(context)));
        routes.before(context -> status.admit(new Exchange(context)));
        routes.before(context -> Policy.answerOptions(new Exchange(context)));
        routes.before(context -> {
            if (Policy.isRead(context)) access.requireReader(new Exchange(context));
        });
    }

    /** What comes after, in this order. */
    void after(RoutesConfig routes) {
        routes.after(context ->
                figures.request(
                        Policy.route(context),
                        context.req().getMethod(),
                        context.statusCode(),
                        Policy.elapsed(context)));
        routes.after(_ -> RequestId.end());
    }
}
