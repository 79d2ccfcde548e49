package org.modelgraph.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTextTest {
    @Test
    void blanksAndCommentsAreOneBlank() {
        assertThat(NormalText.of("  SELECT *\r\n\t# all\n{ ?s ?p ?o }#end"))
                .isEqualTo("SELECT * { ?s ?p ?o }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p \"a  b # c\" }",
                "SELECT * { ?s ?p 'a  \\'  b' }",
                "SELECT * { ?s ?p \"\"\"a \"  b\n  # \\\" c\"\"\" }",
                "SELECT * { ?s ?p '''  ''  ''' }",
                "SELECT * { ?s <urn:a#b> ?o }",
                "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?s > 2) }",
                "PREFIX e: <http://e/#> SELECT * { ?s e:a\\#b ?o }"
            })
    void whatMeansSomethingStays(String text) {
        assertThat(NormalText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT  * {?s ?p '#'}#x\n",
                "SELECT * { ?s ?p ?o FILTER( ?o<3 # less\n && ?o>1 ) }",
                "PREFIX e: <http://e/#>\n"
                        + "SELECT * # <not \"this\n"
                        + " { ?s e:a\\#b \"\"\" x\n"
                        + "#y \"\"\"@en ; ?q 'it\\'s  #' }"
            })
    void theNormalTextIsTheSameQuery(String text) {
        assertThat(QueryFactory.create(NormalText.of(text))).isEqualTo(QueryFactory.create(text));
    }
}
