package org.modelgraph.federation;

import static org.modelgraph.problem.Problem.Kind.REFUSED_QUERY;
import static org.modelgraph.problem.Problem.Kind.REMOTE_FAILED;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The other servers that queries may call by SERVICE (SPARQL 1.1 Federated Query) and updates by
 * LOAD: those of a list and no others, within the {@link Quota}. What a query calls is told, failed
 * calls too.
 */
public final class Federation implements AutoCloseable {
    /** Where the context of a store has its federation. */
    public static final Symbol SYMBOL = Symbol.create("urn:modelgraph:federation");

    /** How long an answer of another server is held. */
    public static final Duration HELD = Duration.ofSeconds(60);

    /** How much memory held answers take together, in bytes. */
    public static final long HELD_BYTES = 16L << 20;

    /** No server may be called. */
    public static final Federation NONE = of(List.of(), "modelgraph");

    private static final Symbol ACCOUNT = Symbol.create("urn:modelgraph:account");
    private static final int LARGEST_SHARE = 8;
    private static final int OVERHEAD = 200;

    private final AllowedHosts hosts;
    private final RemoteClient client;
    private final Cache<Question, RemoteDocument> held =
            Caffeine.newBuilder()
                    .expireAfterWrite(HELD)
                    .maximumWeight(HELD_BYTES)
                    .weigher((Question question, RemoteDocument answer) ->
                            answer.length() + 2 * question.query.length() + OVERHEAD)
                    .build();

    private record Question(String endpoint, String query) {}

    private Federation(AllowedHosts hosts, String agent) {
        this.hosts = hosts;
        client = new RemoteClient(hosts, agent);
    }

    /**
     * The federation with some servers.
     *
     * @param hosts such as {@code query.wikidata.org} (which means https) or {@code
     *     http://127.0.0.1:3030}
     * @param agent how calls name the caller (User-Agent)
     * @throws Problem where one of them is no server
     */
    public static Federation of(List<String> hosts, String agent) {
        return new Federation(AllowedHosts.of(hosts), agent);
    }

    /** The federation that belongs to an execution. */
    public static Federation of(Context context) {
        Federation federation = context.get(SYMBOL);
        return federation == null ? NONE : federation;
    }

    /** True where some server may be called. */
    public boolean isOpen() {
        return !hosts.isEmpty();
    }

    /** The servers that may be called, as scheme, host and port. */
    public List<String> hosts() {
        return hosts.names();
    }

    /** What each query and update may have of them. */
    public Quota quota() {
        return Quota.USUAL;
    }

    /**
     * Lets a server be called that is in the list; a variable passes where there is a list, and
     * what it is bound to is looked at when it is called.
     *
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY} for any other
     */
    public void requireCallable(Node server) {
        if (!isOpen())
            throw Problem.of(
                            REFUSED_QUERY,
                            "SERVICE is not available here: this server does not call other"
                                    + " servers.")
                    .hint("Ask the other endpoint itself, or load its data and ask them together.");
        if (!server.isVariable()) requireAllowed(server);
    }

    /** Lets a server be called that is in the list. */
    void requireAllowed(Node server) {
        if (server.isURI() && hosts.contains(server.getURI())) return;
        if (server.isVariable())
            throw Problem.of(
                            REFUSED_QUERY,
                            "SERVICE ?" + server.getName() + " is called while it is not bound.")
                    .hint("Bind it before, by VALUES or by a pattern.");
        throw Problem.of(
                        REFUSED_QUERY,
                        "<" + server + "> is not among the servers that are called from here.")
                .hint("/limits lists those that are.");
    }

    /** True of an address on a server that may be called. */
    public boolean isAllowed(String iri) {
        return hosts.contains(iri);
    }

    /**
     * Lets an execution call servers of the list, by nothing but this class.
     *
     * @param context of the execution alone
     */
    public Context admit(Context context) {
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ACCOUNT, new Account(quota()));
        var registry = new ServiceExecutorRegistry();
        if (isOpen())
            registry.addBulkLink((service, input, execution, _) ->
                    new ServiceRows(service, false, input, remotes(execution), execution));
        ServiceExecutorRegistry.set(context, registry);
        return context;
    }

    private static Remotes remotes(ExecutionContext execution) {
        var context = execution.getContext();
        Account account = context.get(ACCOUNT);
        return of(context).remotes(account, Context.getCancelSignal(context));
    }

    private Remotes remotes(
            @org.jspecify.annotations.Nullable Account account,
            @org.jspecify.annotations.Nullable AtomicBoolean signal) {
        return new Remotes(
                this,
                account == null ? new Account(quota()) : account,
                signal == null ? new AtomicBoolean() : signal);
    }

    /** What an execution had of other servers so far. */
    public static List<RemoteUse> uses(Context context) {
        Account account = context.get(ACCOUNT);
        return account == null ? List.of() : account.uses();
    }

    /**
     * Lets an execution go on, or end, whose calls did not fail.
     *
     * @throws Problem of the call that did
     */
    public static void requireWhole(Context context) {
        Account account = context.get(ACCOUNT);
        var breach = account == null ? Optional.<Problem>empty() : account.breach();
        if (breach.isPresent()) throw breach.get();
    }

    /** True of an OPTIONAL of which SERVICE is the whole right side. */
    public static boolean isOptionalService(OpConditional optional, ExecutionContext execution) {
        return optional.getRight() instanceof OpService && of(execution.getContext()).isOpen();
    }

    /**
     * The rows of such an OPTIONAL, with many rows in a call.
     *
     * @param left the rows of its left side
     */
    public static QueryIterator optional(
            OpConditional optional, QueryIterator left, ExecutionContext execution) {
        var service = (OpService) optional.getRight();
        return new ServiceRows(service, true, left, remotes(execution), execution);
    }

    /** Documents of servers of the list, within the quota of one update. */
    public Loader loader() {
        return new Loader(this, remotes(null, null));
    }

    RemoteClient client() {
        return client;
    }

    /** An answer that came some time ago. */
    Optional<RemoteDocument> held(String endpoint, String query) {
        return Optional.ofNullable(held.getIfPresent(new Question(endpoint, query)));
    }

    /** Holds an answer for a while, unless it is so long that there would be room for few. */
    void hold(String endpoint, String query, RemoteDocument answer) {
        if (answer.length() <= HELD_BYTES / LARGEST_SHARE)
            held.put(new Question(endpoint, query), answer);
    }

    static Problem problem(String address, RemoteFailure failure) {
        var detail = "<" + address + "> could not be asked: " + failure.reason() + ".";
        return failure.isRefused()
                ? Problem.of(REFUSED_QUERY, detail)
                        .hint("An endpoint of your own network is allowed by its address alone.")
                : Problem.of(REMOTE_FAILED, detail)
                        .hint("With SILENT the rest of the query is answered without it.")
                        .causedBy(failure);
    }

    @Override
    public void close() {
        client.close();
    }
}
