package org.modelgraph.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.problem.Problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

class SavedTextsTest {
    @TempDir Path directory;

    @Test
    void aTextIsFoundByItsNameAfterARestart() {
        var name = new SavedTexts(directory).keep("ASK { ?模型 ?p ?o }");

        assertThat(name).matches("[0-9a-f]{16}");
        assertThat(new SavedTexts(directory).find(name)).contains("ASK { ?模型 ?p ?o }");
    }

    @Test
    void theSameTextHasTheSameNameAndOneFile() throws Exception {
        var kept = new SavedTexts(directory);

        assertThat(kept.keep("ASK {}")).isEqualTo(kept.keep("ASK {}"));
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aNameThatIsNoneFindsNothing() {
        var kept = new SavedTexts(directory);

        assertThat(kept.find("../../etc/passwd")).isEmpty();
        assertThat(kept.find("0123456789abcdef")).isEmpty();
    }

    @Test
    void theOneThatNobodyAskedForMakesRoom() throws Exception {
        var kept = new SavedTexts(directory, 2);
        var first = kept.keep("ASK { 1 ?p 1 }");
        var second = kept.keep("ASK { 2 ?p 2 }");
        Files.setLastModifiedTime(directory.resolve(first + ".rq"), FileTime.fromMillis(2000));
        Files.setLastModifiedTime(directory.resolve(second + ".rq"), FileTime.fromMillis(1000));

        var third = kept.keep("ASK { 3 ?p 3 }");

        assertThat(kept.find(second)).isEmpty();
        assertThat(kept.find(first)).isPresent();
        assertThat(kept.find(third)).isPresent();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        var kept = new SavedTexts(directory);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> kept.keep("#".repeat(SavedTexts.LONGEST + 1)))
                .satisfies(p -> assertThat(p.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    }
}
