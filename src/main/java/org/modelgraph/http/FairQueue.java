package org.modelgraph.http;

import org.jspecify.annotations.Nullable;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded queue of work that serves its owners in turn: who sends a hundred tasks waits behind
 * his own, and not everybody behind him.
 */
final class FairQueue extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {
    /** Work that belongs to somebody. */
    interface Owned extends Runnable {
        String owner();
    }

    private final int capacity;
    private final LinkedHashMap<String, ArrayDeque<Runnable>> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private int size;

    /**
     * An empty queue.
     *
     * @param capacity how many tasks may wait
     */
    FairQueue(int capacity) {
        this.capacity = capacity;
    }

    private static String owner(Runnable task) {
        return task instanceof Owned owned ? owned.owner() : "";
    }

    @Override
    public boolean offer(Runnable task) {
        lock.lock();
        try {
            if (size >= capacity) return false;
            waiting.computeIfAbsent(owner(task), _ -> new ArrayDeque<>()).add(task);
            size++;
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Runnable poll() {
        lock.lock();
        try {
            return next();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Runnable next() {
        var owners = waiting.entrySet().iterator();
        if (!owners.hasNext()) return null;
        var first = owners.next();
        owners.remove();
        var tasks = first.getValue();
        var task = tasks.poll();
        if (!tasks.isEmpty()) waiting.put(first.getKey(), tasks);
        size--;
        return task;
    }

    @Override
    public Runnable take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (size == 0) filled.await();
            return Objects.requireNonNull(next());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
        var left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (size == 0) {
                if (left <= 0) return null;
                left = filled.awaitNanos(left);
            }
            return next();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean remove(@Nullable Object task) {
        lock.lock();
        try {
            for (var owners = waiting.values().iterator(); owners.hasNext(); ) {
                var tasks = owners.next();
                if (!tasks.remove(task)) continue;
                if (tasks.isEmpty()) owners.remove();
                size--;
                return true;
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int remainingCapacity() {
        return capacity - size();
    }

    @Override
    public @Nullable Runnable peek() {
        var all = snapshot();
        return all.isEmpty() ? null : all.getFirst();
    }

    private List<Runnable> snapshot() {
        lock.lock();
        try {
            return waiting.values().stream().flatMap(Collection::stream).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Iterator<Runnable> iterator() {
        return snapshot().iterator();
    }

    @Override
    public void put(Runnable task) {
        if (!offer(task)) throw new IllegalStateException("full");
    }

    @Override
    public boolean offer(Runnable task, long timeout, TimeUnit unit) {
        return offer(task);
    }

    @Override
    public int drainTo(Collection<? super Runnable> target) {
        return drainTo(target, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super Runnable> target, int most) {
        var drained = new ArrayList<Runnable>();
        lock.lock();
        try {
            while (drained.size() < most && size > 0) drained.add(Objects.requireNonNull(next()));
        } finally {
            lock.unlock();
        }
        target.addAll(drained);
        return drained.size();
    }
}
