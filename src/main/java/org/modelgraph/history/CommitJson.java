package org.modelgraph.history;

import java.util.LinkedHashMap;
import java.util.Map;

/** A commit as the members of a JSON object. */
public final class CommitJson {
    private CommitJson() {}

    /** The members, in order. */
    public static Map<String, Object> of(Commit commit) {
        var members = new LinkedHashMap<String, Object>();
        members.put("version", commit.version().toString());
        members.put("number", commit.number());
        members.put("previous", commit.previous());
        members.put("at", commit.at().toString());
        members.put("who", commit.who());
        commit.why().ifPresent(why -> members.put("why", why));
        members.put("added", commit.added());
        members.put("removed", commit.removed());
        members.put("graphs", commit.graphs());
        if (commit.moreGraphs() > 0) members.put("moreGraphs", commit.moreGraphs());
        if (commit.patch() instanceof Commit.Patch.Missing(var reason)) members.put("gap", reason);
        return members;
    }
}
