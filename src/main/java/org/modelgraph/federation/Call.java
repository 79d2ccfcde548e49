package org.modelgraph.federation;

import java.net.URI;
import java.util.Optional;

/**
 * One call of another server.
 *
 * @param address where it goes
 * @param form the body, of type application/x-www-form-urlencoded; without one it is a GET
 * @param accept what may come back
 */
record Call(URI address, Optional<String> form, String accept) {}
