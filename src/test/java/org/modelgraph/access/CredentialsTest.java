package org.modelgraph.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.problem.Problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class CredentialsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /** Of the password "secret", in the form that htpasswd -B writes. */
    private static final String HASH =
            at.favre.lib.crypto.bcrypt.BCrypt.with(
                            at.favre.lib.crypto.bcrypt.BCrypt.Version.VERSION_2Y)
                    .hashToString(5, "secret".toCharArray());

    @TempDir Path directory;

    private TokenFile tokens() {
        return new TokenFile(directory.resolve("tokens.json"));
    }

    @Test
    void aScopeCoversTheGraphsOfItsPrefix() {
        var client =
                new Principal(
                        "x", List.of(Scope.of("write:https://a.org/"), Scope.of("write:urn:b")));
        assertThat(client.mayWrite("https://a.org/g")).isTrue();
        assertThat(client.mayWrite("urn:b:1")).isTrue();
        assertThat(client.mayWrite("https://a.or")).isFalse();
        assertThat(client.mayWrite("urn:x-arq:DefaultGraph")).isFalse();
        assertThat(client.mayRead()).isFalse();
        assertThat(new Principal("y", List.of(Scope.of("admin"))).mayWrite("urn:any")).isTrue();
        assertThatThrownBy(() -> Scope.of("write:"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no scope");
    }

    @Test
    void theFileOfTokensHoldsNoToken() throws Exception {
        var issued = tokens().issue("ci", List.of(new Scope.Admin()), NOW, Optional.empty());
        assertThat(issued.text()).hasSizeGreaterThan(43);
        var file = directory.resolve("tokens.json");
        assertThat(Files.readString(file))
                .contains(Token.hash(issued.text()))
                .doesNotContain(issued.text().substring(3));
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(tokens().find(issued.text())).contains(issued.token());
        assertThat(tokens().find(issued.text() + "x")).isEmpty();
    }

    @Test
    void aTokenThatAnotherRevokesIsGoneAtOnce() {
        var here = tokens();
        var issued = here.issue("ci", List.of(new Scope.Read()), NOW, Optional.empty());
        assertThat(here.find(issued.text())).isPresent();
        tokens().revoke(issued.token().id());
        assertThat(here.find(issued.text())).isEmpty();
        assertThatThrownBy(() -> here.revoke("none")).hasMessageContaining("no token 'none'");
    }

    @Test
    void tokensMadeAtTheSameTimeAreAllKept() {
        IntStream.range(0, 20)
                .parallel()
                .forEach(n ->
                        tokens().issue("t" + n, List.of(new Scope.Read()), NOW, Optional.empty()));
        assertThat(tokens().tokens()).hasSize(20);
    }

    @Test
    void aBrokenFileOfTokensLetsNobodyIn() throws Exception {
        Files.writeString(directory.resolve("tokens.json"), "{");
        assertThatThrownBy(() -> tokens().tokens()).isInstanceOf(Problem.class);
    }

    @Test
    void aTokenEndsAtItsExpiry() {
        var issued = tokens().issue("ci", List.of(), NOW, Optional.of(NOW.plusSeconds(60)));
        assertThat(issued.token().isExpired(NOW.plusSeconds(59))).isFalse();
        assertThat(issued.token().isExpired(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void aUserIsKnownByNameAndPassword() throws Exception {
        var file =
                Files.writeString(
                        directory.resolve("users"),
                        "# staff\nanna:" + HASH + "\nben:" + HASH + ":read write:urn:b\n");
        var users = PasswordFile.open(file);
        for (var round = 0; round < 2; round++) {
            assertThat(users.check("anna", "secret")).isPresent();
            assertThat(users.check("anna", "Secret")).isEmpty();
            assertThat(users.check("eve", "secret")).isEmpty();
        }
        assertThat(users.check("ben", "secret").orElseThrow().scopesInWords())
                .isEqualTo("read, write:urn:b");
        Files.writeString(file, "anna:" + HASH + "\n");
        assertThat(users.check("ben", "secret")).isEmpty();
    }

    @Test
    void aPasswordFileWithAWeakHashIsToldWithItsLine() throws Exception {
        var file = Files.writeString(directory.resolve("users"), "\nanna:$apr1$x$y\n");
        assertThatThrownBy(() -> PasswordFile.open(file)).hasMessageContaining("users:2");
    }

    @Test
    void anAddressWaitsAfterTooManyFailuresAndAnotherDoesNot() {
        var failures = new FailedTries(2, Duration.ofMinutes(1));
        failures.remember("a", NOW);
        assertThat(failures.wait("a", NOW)).isEmpty();
        failures.remember("a", NOW);
        assertThat(failures.wait("a", NOW.plusSeconds(10))).contains(Duration.ofSeconds(50));
        assertThat(failures.wait("b", NOW)).isEmpty();
        assertThat(failures.wait("a", NOW.plusSeconds(60))).isEmpty();
    }
}
