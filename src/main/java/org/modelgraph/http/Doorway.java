package org.modelgraph.http;

import io.javalin.config.JettyConfig;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.util.List;

/**
 * What comes before everything else. Here a request is what its first line says: no header makes
 * another method of it, which would go round the rules of the first, and none makes it anything but
 * HTTP. This server is no proxy.
 */
final class Doorway extends Handler.Wrapper {
    private static final List<String> NOT_HEARD =
            List.of("X-HTTP-Method-Override", "Sec-WebSocket-Version", "Upgrade");

    /** Longer than any name; links to other forms of what stands at a path repeat it. */
    private static final int LONGEST_PATH = 2000;

    /** A path may come back several times, in links and escaped. */
    private static final int LONGEST_HEAD = 32 << 10;

    /** Puts the doorway before a server. */
    static void before(JettyConfig jetty) {
        jetty.modifyServer(server -> {
            server.setHandler(new Doorway());
            server.setErrorHandler(new DoorErrors());
        });
        jetty.modifyServletContextHandler(context -> {
            context.getSessionHandler().setUsingCookies(false);
            context.setErrorHandler(new DoorErrors());
        });
        jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setResponseHeaderSize(LONGEST_HEAD);
            http.setMaxResponseHeaderSize(LONGEST_HEAD);
        });
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getMethod().equals("CONNECT"))
            return refuse(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
        if (Request.getPathInContext(request).length() > LONGEST_PATH)
            return refuse(request, response, callback, HttpStatus.URI_TOO_LONG_414);
        return super.handle(plain(request), response, callback);
    }

    private static boolean refuse(
            Request request, Response response, Callback callback, int status) {
        Response.writeError(request, response, callback, status);
        return true;
    }

    private static Request plain(Request request) {
        var headers = request.getHeaders();
        if (NOT_HEARD.stream().noneMatch(headers::contains)) return request;
        var heard = HttpFields.build(headers);
        NOT_HEARD.forEach(heard::remove);
        var immutable = heard.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return immutable;
            }
        };
    }
}
