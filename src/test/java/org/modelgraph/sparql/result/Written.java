package org.modelgraph.sparql.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What a writer writes. */
interface Written {
    void to(AnswerOutput out) throws IOException;

    /** All bytes of an answer. */
    static byte[] bytes(Written answer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = AnswerOutput.to(bytes)) {
            answer.to(out);
        }
        return bytes.toByteArray();
    }
}
