"""rdflib's SPARQLUpdateStore against a server: ADDRESS TOKEN LONG_QUERY."""
import sys
import urllib.error

from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore

address, token, long_query = sys.argv[1:4]
store = SPARQLUpdateStore(
    query_endpoint=address + "/sparql",
    update_endpoint=address + "/update",
    headers={"Authorization": "Bearer " + token},
    context_aware=True,
)
store.update("INSERT DATA { <urn:s> <urn:p> 'text'@en , 2 }")
print("select", len(list(store.query("SELECT ?o { <urn:s> ?p ?o }"))))
print("ask", store.query("ASK { <urn:s> <urn:p> 2 }").askAnswer)
print("construct", len(store.query("CONSTRUCT WHERE { ?s ?p ?o }").graph))
print("describe", len(store.query("DESCRIBE <urn:s>").graph))
graph = Graph(store, identifier=URIRef("urn:x:g"))
graph.add((URIRef("urn:s"), URIRef("urn:p"), Literal("文本", lang="zh")))
store.commit()
print("graph", len(list(graph.triples((None, None, None)))))
print("long", len(list(store.query(long_query))))
try:
    store.query("ASK { <urn:s> <urn:p> }")
except urllib.error.HTTPError as error:
    import json
    print("error line", json.load(error)["line"])
