package org.modelgraph.mapping;

import java.util.Optional;

/**
 * One mapping between a term and one of another vocabulary, with the reason for it (SSSOM,
 * https://w3id.org/sssom/).
 *
 * @param iri the mapping's own IRI
 * @param subject the IRI that is mapped
 * @param predicate how the two are related, such as skos:exactMatch
 * @param object the IRI that it is mapped to
 * @param objectLabel how the other vocabulary calls it
 * @param justification on what grounds, a term of semapv
 * @param set the IRI of the set that the mapping belongs to
 * @param comment what else there is to say
 */
public record Mapping(
        String iri,
        String subject,
        String predicate,
        String object,
        Optional<String> objectLabel,
        String justification,
        String set,
        Optional<String> comment) {}
