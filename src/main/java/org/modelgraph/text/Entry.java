package org.modelgraph.text;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** A quad with a text as its object, as the index holds it. */
final class Entry {
    static final String SUBJECT = "subject";
    static final String PROPERTY = "property";
    static final String LANGUAGE = "language";
    private static final String GRAPH = "graph";
    private static final String TEXT = "text";
    private static final String TAG = "tag";
    private static final String KEY = "key";

    private Entry() {}

    /** True of a quad whose object is a string, with or without a language. */
    static boolean isText(Quad quad) {
        var object = quad.getObject();
        if (!object.isLiteral() || quad.getSubject().isTripleTerm()) return false;
        var type = object.getLiteralDatatypeURI();
        return type.equals(XSD.xstring.getURI()) || type.equals(RDF.langString.getURI());
    }

    static Document document(Quad quad) {
        var literal = quad.getObject();
        var language = literal.getLiteralLanguage();
        var document = new Document();
        document.add(new StringField(KEY, key(quad), Field.Store.NO));
        document.add(new StringField(SUBJECT, written(quad.getSubject()), Field.Store.YES));
        document.add(new StringField(PROPERTY, quad.getPredicate().getURI(), Field.Store.YES));
        document.add(new StringField(LANGUAGE, language.toLowerCase(Locale.ROOT), Field.Store.NO));
        document.add(new StoredField(TAG, language));
        document.add(new StoredField(GRAPH, written(quad.getGraph())));
        document.add(new StoredField(TEXT, literal.getLiteralLexicalForm()));
        for (var tongue : Tongue.allOf(language))
            document.add(
                    new TextField(tongue.field(), literal.getLiteralLexicalForm(), Field.Store.NO));
        return document;
    }

    static Term term(Quad quad) {
        return new Term(KEY, key(quad));
    }

    private static BytesRef key(Quad quad) {
        var text =
                String.join(
                        "\u0000",
                        written(quad.getGraph()),
                        written(quad.getSubject()),
                        quad.getPredicate().getURI(),
                        quad.getObject().getLiteralLanguage(),
                        quad.getObject().getLiteralLexicalForm());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new BytesRef(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A node as the index has it: an IRI as it is, a blank node's label after {@code _:}. */
    static String written(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
    }

    private static Node read(String written) {
        return written.startsWith("_:")
                ? NodeFactory.createBlankNode(written.substring(2))
                : NodeFactory.createURI(written);
    }

    static Match match(Document document, double score) {
        var text = document.get(TEXT);
        var language = document.get(TAG);
        return new Match(
                read(document.get(SUBJECT)),
                NodeFactory.createURI(document.get(PROPERTY)),
                language.isEmpty()
                        ? NodeFactory.createLiteralString(text)
                        : NodeFactory.createLiteralLang(text, language),
                read(document.get(GRAPH)),
                score);
    }
}
