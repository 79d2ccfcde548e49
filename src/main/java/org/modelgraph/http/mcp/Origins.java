package org.modelgraph.http.mcp;

import org.modelgraph.problem.Problem;

import java.net.URI;
import java.util.Optional;

/**
 * Whose scripts may speak with the server, told by the header Origin that browsers send: those of
 * its own public address, and those of the machine that the browser runs on. The header Host says
 * nothing, because who rebinds a name of DNS chooses both.
 *
 * @param own the public address of the server, where one is set
 */
public record Origins(Optional<String> own) {
    /**
     * Passes a request that may speak.
     *
     * @param origin the header, which programs other than browsers do not send
     * @throws Problem 403 for the scripts of anybody else
     */
    void require(Optional<String> origin) {
        if (origin.isEmpty() || isOwn(origin.get()) || isLocal(origin.get())) return;
        throw Problem.of(
                        Problem.Kind.FORBIDDEN,
                        "Pages of " + origin.get() + " may not speak with this server.")
                .hint("Set --base-url to the address at which the server is reached.");
    }

    private boolean isOwn(String origin) {
        return own.map(URI::create)
                .filter(a -> origin.equals(a.getScheme() + "://" + a.getAuthority()))
                .isPresent();
    }

    private static boolean isLocal(String origin) {
        return origin.matches("https?://(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");
    }
}
