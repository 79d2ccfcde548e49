"""Python's standard library against a server: ADDRESS TOKEN LONG_QUERY."""
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

address, token, long_query = sys.argv[1:4]


def send(path, body=None, method=None, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address + path, body, headers, method=method)
    return urllib.request.urlopen(request)


def ask(query, accept="application/sparql-results+json"):
    return send("/sparql?" + urllib.parse.urlencode({"query": query}), Accept=accept)


write = {"Authorization": "Bearer " + token}
send(
    "/update",
    urllib.parse.urlencode({"update": "INSERT DATA { <urn:s> <urn:p> 'text'@en , 2 }"}).encode(),
    **write,
)
print("select", len(json.load(ask("SELECT ?o { <urn:s> ?p ?o }"))["results"]["bindings"]))
print("ask", json.load(ask("ASK { <urn:s> <urn:p> 2 }"))["boolean"])
print("construct", len(ask("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples").readlines()))
turtle = "<urn:s> <urn:p> '文本'@zh .".encode()
put = send("/graphs?graph=urn:x:g", turtle, "PUT", Content_Type="text/turtle", **write)
print("graph", put.status)
print("graph", len(send("/graphs?graph=urn:x:g", Accept="application/n-triples").readlines()))
print("long", sum(1 for _ in ask(long_query, "text/csv")) - 1)
try:
    ask("ASK { <urn:s> <urn:p> }")
except urllib.error.HTTPError as error:
    problem = json.load(error)
    print("error line", problem["line"], "column", problem["column"])
