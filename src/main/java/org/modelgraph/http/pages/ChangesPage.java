package org.modelgraph.http.pages;

import org.modelgraph.history.Commit;

import java.util.List;
import java.util.Optional;

/**
 * Commits, the newest first.
 *
 * @param older where the next ones are, if there may be more
 * @param iri the thing that they are about; empty where they are all commits
 */
public record ChangesPage(
        Frame frame, List<Commit> commits, Optional<String> older, Optional<String> iri) {
    /** What the page is about, in the reader's language. */
    public String title() {
        return iri.map(i -> frame.texts().get("changes.of", i))
                .orElseGet(() -> frame.texts().get("changes.headline"));
    }

    /** The address of a commit. */
    public String address(Commit commit) {
        return frame.addresses().basePath() + "/changes/" + commit.number();
    }

    /** The address of a commit as those write it who come from elsewhere. */
    public String whole(Commit commit) {
        return frame.addresses().whole(address(commit));
    }

    /** The address of the newest commits. */
    public String newest() {
        return frame.addresses().basePath() + "/changes";
    }

    /** The address of this page. */
    public String self() {
        return frame.neutral();
    }

    /** The thing as it was after a commit. */
    public String then(Commit commit) {
        var page = frame.addresses().page(iri.orElse(""));
        return frame.link(Addresses.with(page, "version=" + commit.number()));
    }

    /** A commit in one line. */
    public String summary(Commit commit) {
        return frame.texts()
                .get(
                        "changes.summary",
                        commit.number(),
                        frame.texts().number(commit.added()),
                        frame.texts().number(commit.removed()));
    }
}
