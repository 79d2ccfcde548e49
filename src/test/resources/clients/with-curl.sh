#!/usr/bin/env bash
# curl against a server: ADDRESS TOKEN LONG_QUERY
set -euo pipefail
address=$1 token=$2 long=$3

ask() { curl -sS --fail -H "Accept: $2" --data-urlencode "query=$1" "$address/sparql"; }

curl -sS --fail -H "Authorization: Bearer $token" \
  --data-urlencode "update=INSERT DATA { <urn:s> <urn:p> 'text'@en , 2 }" "$address/update"
echo "select $(ask 'SELECT ?o { <urn:s> ?p ?o }' text/csv | tail -n +2 | wc -l)"
echo "ask $(ask 'ASK { <urn:s> <urn:p> 2 }' application/sparql-results+json | grep -o true)"
echo "construct $(ask 'CONSTRUCT WHERE { ?s ?p ?o }' application/n-triples | wc -l)"
graph="$address/graphs?graph=urn:x:g"
echo "graph $(printf "<urn:s> <urn:p> '文本'@zh ." |
  curl -sS -o /dev/null -w '%{http_code}' -X PUT -H "Authorization: Bearer $token" \
    -H 'Content-Type: text/turtle' --data-binary @- "$graph")"
echo "graph $(curl -sS -H 'Accept: application/n-triples' "$graph" | wc -l)"
echo "long $(ask "$long" text/csv | tail -n +2 | wc -l)"
echo "error $(curl -sS -o /dev/null -w '%{http_code}' --data-urlencode 'query=ASK {' "$address/sparql")"
