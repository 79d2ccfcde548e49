package org.modelgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

/** The page on dependencies names each one with the version that is built in. */
class DependenciesTest {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private record Dependency(String name, Optional<String> version) {}

    private static Element pom() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element && element.getTagName().equals(name))
                found.add(element);
        return found;
    }

    private static Optional<String> text(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(e -> e.getTextContent().strip());
    }

    private static String resolved(Element pom, String version) {
        var properties = children(pom, "properties").getFirst();
        return PROPERTY.matcher(version)
                .replaceAll(m -> text(properties, m.group(1)).orElseThrow());
    }

    private static List<Dependency> dependencies(Element pom) {
        return children(children(pom, "dependencies").getFirst(), "dependency").stream()
                .map(d ->
                        new Dependency(
                                text(d, "groupId").orElseThrow()
                                        + ":"
                                        + text(d, "artifactId").orElseThrow(),
                                text(d, "version").map(v -> resolved(pom, v))))
                .toList();
    }

    @Test
    void everyDependencyHasItsRowWithItsVersion() throws Exception {
        var rows = Files.readAllLines(Path.of("docs/reference/dependencies.md"));
        var dependencies = dependencies(pom());
        assertThat(dependencies).hasSizeGreaterThan(20);
        for (var dependency : dependencies) {
            var begin = "| `" + dependency.name() + "` | " + dependency.version().orElse("");
            assertThat(rows).as(begin).anyMatch(row -> row.startsWith(begin));
        }
        assertThat(rows.stream().filter(r -> r.matches("\\| `[^`]+:[^`]+` .*")))
                .as("one row each, and one for what is pinned")
                .hasSize(dependencies.size() + 1);
    }

    @Test
    void everyVersionIsOneVersion() throws Exception {
        for (var version : text(pom()).split("\n"))
            assertThat(version).doesNotContainPattern("[\\[(]\\d|LATEST|RELEASE|SNAPSHOT");
    }

    /** All versions of dependencies and plugins, a line each; those of Maven and of Java apart. */
    private static String text(Element pom) {
        var versions = new StringBuilder();
        var all = pom.getElementsByTagName("version");
        for (var i = 0; i < all.getLength(); i++) {
            var owner = all.item(i).getParentNode().getNodeName();
            if (!owner.equals("configuration") && !owner.equals("requireMavenVersion"))
                versions.append(all.item(i).getTextContent().strip()).append('\n');
        }
        return versions.toString();
    }
}
