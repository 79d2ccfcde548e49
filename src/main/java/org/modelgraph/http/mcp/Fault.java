package org.modelgraph.http.mcp;

/** What is wrong with a message, by the codes of JSON-RPC 2.0 §5.1 and of the protocol. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The codes. */
    enum Code {
        PARSE_ERROR(-32700),
        INVALID_REQUEST(-32600),
        METHOD_NOT_FOUND(-32601),
        INVALID_PARAMS(-32602),
        INTERNAL_ERROR(-32603),
        RESOURCE_NOT_FOUND(-32002);

        private final int number;

        Code(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    private final Code code;
    private final String message;

    Fault(Code code, String message) {
        super(message);
        this.code = code;
        this.message = message;
    }

    Code code() {
        return code;
    }

    /** What is wrong, in one sentence. */
    String message() {
        return message;
    }
}
