package org.modelgraph.federation;

import org.apache.jena.query.QueryCancelledException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLException;

/**
 * The HTTP client for calls of other servers. It goes to the addresses that were checked and
 * nowhere else: no redirects, no proxies; it sends neither cookies nor credentials, and takes no
 * packed bodies, so that what comes is as long as it seems.
 */
final class RemoteClient implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RemoteClient.class);
    private static final long LOOK_MILLIS = 20;
    private static final long CONNECT_MILLIS = 5000;
    private static final int THREADS = 16;
    private static final int EXCERPT = 200;

    private final AllowedHosts hosts;
    private final String agent;
    private Optional<HttpClient> started = Optional.empty();

    /**
     * A client that has no threads before its first call.
     *
     * @param agent how it names itself
     */
    RemoteClient(AllowedHosts hosts, String agent) {
        this.hosts = hosts;
        this.agent = agent;
    }

    private synchronized HttpClient client() {
        if (started.isEmpty()) started = Optional.of(start());
        return started.get();
    }

    private HttpClient start() {
        var threads = new QueuedThreadPool(THREADS);
        threads.setName("federation");
        threads.setDaemon(true);
        var client = new HttpClient();
        client.setExecutor(threads);
        client.setFollowRedirects(false);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, agent));
        client.setSocketAddressResolver(new CheckedResolver(client, hosts));
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("The client for other servers does not start", e);
        }
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
        client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        client.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
        return client;
    }

    /**
     * Makes a call, and waits for the whole answer.
     *
     * @param most how many bytes it may have
     * @param patience how long it may take
     * @param stop ends the wait when it becomes true
     * @throws RemoteFailure where nothing comes that can be used
     * @throws QueryCancelledException where it was stopped
     */
    RemoteDocument fetch(Call call, int most, Duration patience, AtomicBoolean stop) {
        var request =
                client().newRequest(call.address())
                        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .headers(h -> h.put(HttpHeader.ACCEPT, call.accept()));
        call.form()
                .ifPresent(form ->
                        request.method(HttpMethod.POST)
                                .body(
                                        new StringRequestContent(
                                                "application/x-www-form-urlencoded", form)));
        var pending = new CompletableResponseListener(request, most).send();
        return document(await(request, pending, new Bounds(most, patience), stop));
    }

    private record Bounds(int bytes, Duration patience) {}

    private static ContentResponse await(
            Request request,
            CompletableFuture<ContentResponse> pending,
            Bounds bounds,
            AtomicBoolean stop) {
        while (true) {
            try {
                return pending.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (stop.get()) throw stopped(request, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw stopped(request, e);
            } catch (ExecutionException e) {
                throw failure(e.getCause() == null ? e : e.getCause(), bounds);
            }
        }
    }

    private static QueryCancelledException stopped(Request request, Exception why) {
        var aborted = request.abort(why);
        log.debug("A call was let go of, at once: {}", aborted.isDone());
        return new QueryCancelledException();
    }

    private static RemoteFailure failure(Throwable cause, Bounds bounds) {
        return switch (cause) {
            case RemoteFailure refused -> refused;
            case UnknownHostException _ -> RemoteFailure.of("its name is not known");
            case ConnectException _ -> RemoteFailure.of("it can't be reached");
            case SSLException _ -> RemoteFailure.of("its TLS or certificate can't be trusted");
            case TimeoutException _ ->
                    RemoteFailure.of(
                            "it did not answer within " + bounds.patience.toSeconds() + " s");
            case IllegalArgumentException _ ->
                    RemoteFailure.of("its answer is longer than " + bounds.bytes + " bytes");
            default -> RemoteFailure.of("the connection broke");
        };
    }

    private static RemoteDocument document(ContentResponse response) {
        var type = Optional.ofNullable(response.getHeaders().get(HttpHeader.CONTENT_TYPE));
        var document = new RemoteDocument(type.orElse(""), response.getContent());
        var status = response.getStatus();
        if (status == 200) return document;
        throw RemoteFailure.of(
                status / 100 == 3
                        ? "it answered " + status + ", and redirects are not followed"
                        : "it answered " + status + excerpt(document));
    }

    private static String excerpt(RemoteDocument document) {
        var type = document.mediaType();
        if (!type.equals("text/plain") && !type.endsWith("json")) return "";
        var text = document.text().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (text.isEmpty()) return "";
        return ": " + (text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…");
    }

    @Override
    public synchronized void close() {
        started.ifPresent(client -> {
            try {
                client.stop();
            } catch (Exception e) {
                log.warn("The client for other servers did not stop well", e);
            }
        });
        started = Optional.empty();
    }
}
