package org.modelgraph.http;

import org.modelgraph.graph.Version;
import org.modelgraph.history.Commit;
import org.modelgraph.http.pages.ChangesPage;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A page of changes as an Atom feed (RFC 4287). */
final class AtomFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final ChangesPage page;
    private final XMLStreamWriter xml;

    private AtomFeed(ChangesPage page, XMLStreamWriter xml) {
        this.page = page;
        this.xml = xml;
    }

    static byte[] of(ChangesPage page, Version version) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            new AtomFeed(page, xml).write(version);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Version version) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", page.frame().htmlLanguage());
        element("id", "urn:uuid:" + version.epoch());
        element("title", page.title());
        element(
                "updated",
                page.commits().stream()
                        .findFirst()
                        .map(Commit::at)
                        .orElse(Instant.EPOCH)
                        .toString());
        link("self", page.frame().addresses().whole(page.self()));
        link("alternate", page.frame().addresses().whole(page.newest()));
        link("first", page.frame().addresses().whole(page.newest() + ".atom"));
        if (page.older().isPresent())
            link("next", page.frame().addresses().whole(page.older().get()));
        for (var commit : page.commits()) entry(commit);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Commit commit) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", commit.version().toIri());
        element("title", page.summary(commit));
        element("updated", commit.at().toString());
        xml.writeStartElement("author");
        element("name", commit.who());
        xml.writeEndElement();
        link("alternate", page.whole(commit));
        link("enclosure", page.whole(commit) + ".rdfp");
        if (commit.why().isPresent()) element("summary", commit.why().get());
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(
                text.replaceAll("[^\\t\\n\\r\\x20-\\x{d7ff}\\x{e000}-\\x{10ffff}]", "\ufffd"));
        xml.writeEndElement();
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}
