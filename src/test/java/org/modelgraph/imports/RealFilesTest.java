package org.modelgraph.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelgraph.ingest.format.Note;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of others that lie beside the project, where they do: all of each format. */
class RealFilesTest {
    private static final Path DATA = Path.of("../shared/data");

    private static Bench bench;

    @BeforeAll
    static void open() throws Exception {
        assumeThat(Files.isDirectory(DATA)).as("%s is there", DATA).isTrue();
        bench = new Bench();
    }

    @AfterAll
    static void close() {
        if (bench != null) bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "huggingface, model-cards, 51, 11, 0, 2329",
        "huggingface, huggingface-specs, 5, 5, 4, 10",
        "ecosystem-graphs, ecosystem-graphs, 162, 0, 1, 2805",
        "croissant, croissant, 62, 1, 0, 114",
        "every-eval-ever, every-eval-ever, 2, 14, 0, 9",
        "mteb, mteb-results, 510, 4, 0, 629",
        "papers-with-code, pwc-sota, 11, 1, 1, 6151",
        "nexus, ai-atlas-nexus, 44, 11, 0, 6604",
        "avid, avid, 86, 36, 0, 117",
        "fmti, fmti, 24, 4, 0, 2178",
        "sssom, ai-atlas-nexus, 13, 1, 0, 2082"
    })
    void allFilesComeInAndBreakNoShape(
            String format, String folder, long taken, long empty, long broken, long claims) {
        var run = bench.run(format, DATA.resolve(folder));
        assertThat(run.notes(Note.Kind.REFUSED)).isEmpty();
        assertThat(run.words().files(FileOutcome.State.TAKEN)).isEqualTo(taken);
        assertThat(run.words().files(FileOutcome.State.EMPTY)).isEqualTo(empty);
        assertThat(run.words().files(FileOutcome.State.BROKEN)).isEqualTo(broken);
        assertThat(run.claims()).isEqualTo(claims);
    }

    @ParameterizedTest
    @CsvSource({"atlas, mitre-atlas, 300", "rdf, airo-vair, 7"})
    void theseComeInAndBreakNoShape(String format, String folder, long least) {
        var run = bench.run(format, DATA.resolve(folder));
        assertThat(run.notes(Note.Kind.REFUSED)).isEmpty();
        assertThat(run.claims()).isGreaterThanOrEqualTo(least);
    }
}
