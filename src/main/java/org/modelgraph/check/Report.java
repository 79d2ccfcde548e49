package org.modelgraph.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an inspection found.
 *
 * @param findings in the order of files, lines and columns
 * @param documents how many files of the ontology were read
 * @param given how many files were given besides
 * @param statements how many statements the given files hold
 * @param whole false where the shapes were not asked, for a file could not be read
 */
public record Report(
        List<Finding> findings, int documents, int given, long statements, boolean whole) {
    /** True where nothing is wrong. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    private long files() {
        return findings.stream().map(Finding::file).distinct().count();
    }

    /** Writes the findings for people, those of a file together, with the counts at the end. */
    public void write(PrintWriter out) {
        var last = "\n";
        for (var finding : findings) {
            if (!finding.file().equals(last))
                out.println(finding.file().isEmpty() ? "In no single file:" : finding.file());
            last = finding.file();
            out.println("  " + place(finding) + finding.what());
            if (!finding.hint().isEmpty()) out.println("    " + finding.hint());
        }
        if (!whole)
            out.println(
                    "The shapes were not asked, for a file could not be read. Mend it and check"
                            + " again.");
        out.printf(
                "%d files of the ontology, %d files given with %d statements: %s%n",
                documents, given, statements, count());
        out.flush();
    }

    private String count() {
        if (isClean()) return "0 faults";
        return (findings.size() == 1 ? "1 fault" : findings.size() + " faults")
                + " in "
                + (files() == 1 ? "1 file" : files() + " files");
    }

    private static String place(Finding finding) {
        if (finding.line() == 0) return "";
        var column =
                finding.column() == 0
                        ? ""
                        : (finding.file().endsWith(".csv") ? ", cell " : ", column ")
                                + finding.column();
        return "line " + finding.line() + column + ": ";
    }

    /** The report as a JSON object, for machines. */
    public String json() {
        var object = new LinkedHashMap<String, Object>();
        object.put("faults", findings.size());
        object.put("shapesAsked", whole);
        object.put("ontologyFiles", documents);
        object.put("givenFiles", given);
        object.put("statements", statements);
        object.put("findings", findings.stream().map(Report::json).toList());
        try {
            return JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> json(Finding finding) {
        var object = new LinkedHashMap<String, Object>();
        object.put("file", finding.file());
        if (finding.line() > 0) object.put("line", finding.line());
        if (finding.column() > 0) object.put("column", finding.column());
        object.put("what", finding.what());
        if (!finding.hint().isEmpty()) object.put("hint", finding.hint());
        return object;
    }
}
