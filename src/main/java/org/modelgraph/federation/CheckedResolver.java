package org.modelgraph.federation;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/**
 * Finds the addresses of a host and lets those pass that may be called. The client connects to what
 * passes here, so a name can't stand for another address between check and use.
 */
final class CheckedResolver implements SocketAddressResolver {
    private static final long RESOLUTION_MILLIS = 5000;

    private final HttpClient client;
    private final AllowedHosts hosts;

    CheckedResolver(HttpClient client, AllowedHosts hosts) {
        this.client = client;
        this.hosts = hosts;
    }

    @Override
    public void resolve(
            String host,
            int port,
            Map<String, Object> context,
            Promise<List<InetSocketAddress>> found) {
        new Async(client.getExecutor(), client.getScheduler(), RESOLUTION_MILLIS)
                .resolve(host, port, context, new Check(host, port, found));
    }

    private final class Check implements Promise<List<InetSocketAddress>> {
        private final String host;
        private final int port;
        private final Promise<List<InetSocketAddress>> next;

        Check(String host, int port, Promise<List<InetSocketAddress>> next) {
            this.host = host;
            this.port = port;
            this.next = next;
        }

        @Override
        public void succeeded(List<InetSocketAddress> found) {
            try {
                hosts.requireOpen(
                        host, port, found.stream().map(InetSocketAddress::getAddress).toList());
            } catch (RemoteFailure e) {
                next.failed(e);
                return;
            }
            next.succeeded(found);
        }

        @Override
        public void failed(Throwable cause) {
            next.failed(cause);
        }
    }
}
