"""SPARQLWrapper against a server: ADDRESS TOKEN LONG_QUERY."""
import re
import sys

from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

address, token, long_query = sys.argv[1:4]


def client(path="/sparql"):
    wrapper = SPARQLWrapper(address + path)
    wrapper.addCustomHttpHeader("Authorization", "Bearer " + token)
    return wrapper


def ask(text):
    wrapper = client()
    wrapper.setQuery(text)
    wrapper.setReturnFormat(JSON)
    return wrapper.query().convert()


def triples(text):
    wrapper = client()
    wrapper.setQuery(text)
    wrapper.setReturnFormat(TURTLE)
    return len(re.findall("text|2", wrapper.query().convert().decode()))


update = client("/update")
update.setMethod(POST)
update.setQuery("INSERT DATA { <urn:s> <urn:p> 'text'@en , 2 }")
update.query()
print("select", len(ask("SELECT ?o { <urn:s> ?p ?o }")["results"]["bindings"]))
print("ask", ask("ASK { <urn:s> <urn:p> 2 }")["boolean"])
print("construct", triples("CONSTRUCT WHERE { ?s ?p ?o }"))
print("describe", triples("DESCRIBE <urn:s>"))
print("long", len(ask(long_query)["results"]["bindings"]))
try:
    ask("ASK { <urn:s> <urn:p> }")
except QueryBadFormed as error:
    print("error line", re.search(r'"line":(\d+)', str(error).replace("\\", "")).group(1))
