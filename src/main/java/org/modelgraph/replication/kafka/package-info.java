/** The log of commits in Apache Kafka; loaded only where it is asked for. */
@NullMarked
package org.modelgraph.replication.kafka;

import org.jspecify.annotations.NullMarked;
