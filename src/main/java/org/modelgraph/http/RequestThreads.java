package org.modelgraph.http;

import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * Who does Jetty's work: a few threads of the platform wait for sockets, and each request has a
 * virtual thread, which may wait for its client as long as it must. A virtual thread that waits for
 * sockets is itself woken by a poller of the JDK, which makes two more hand-overs of each request.
 */
final class RequestThreads {
    /** Jetty has at most four selectors and as many acceptors. */
    private static final int MOST = 16;

    private static final int LEAST = 4;

    private RequestThreads() {}

    /** Threads for one server. */
    static ThreadPool pool() {
        var pool = new QueuedThreadPool(MOST, LEAST);
        pool.setName("sockets");
        pool.setDaemon(true);
        pool.setReservedThreads(0);
        pool.setVirtualThreadsExecutor(Thread::startVirtualThread);
        return pool;
    }
}
