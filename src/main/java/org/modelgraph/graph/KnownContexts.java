package org.modelgraph.graph;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * The JSON-LD contexts that a document may refer to by address. They travel in the program; nothing
 * is ever fetched, from the network or from files, because a context is an address that a stranger
 * chose.
 */
final class KnownContexts implements DocumentLoader {
    private static final Map<String, String> CONTEXTS =
            Map.of(
                    "schema.org",
                    "schema-org.jsonld",
                    "schema.org/docs/jsonldcontext.jsonld",
                    "schema-org.jsonld",
                    "schema.org/docs/jsonldcontext.json",
                    "schema-org.jsonld");

    /** The options for a reader that knows these contexts alone. */
    static JsonLdOptions options() {
        return new JsonLdOptions(new KnownContexts());
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        var known = CONTEXTS.get(bare(address));
        if (known == null)
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "The context <"
                            + address
                            + "> is not one that travels in the program, and none is fetched;"
                            + " write it out in the document.");
        try (var in = KnownContexts.class.getResourceAsStream("/contexts/" + known)) {
            if (in == null) throw new IllegalStateException(known);
            var document = JsonDocument.of(in);
            document.setDocumentUrl(address);
            return document;
        } catch (IOException e) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, e);
        }
    }

    private static String bare(URI address) {
        return address.toString().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}
