// Node's fetch against a server: ADDRESS TOKEN LONG_QUERY
const [address, token, long] = process.argv.slice(2);
const writing = { Authorization: `Bearer ${token}` };

const ask = (query, accept = "application/sparql-results+json") =>
  fetch(`${address}/sparql?${new URLSearchParams({ query })}`, { headers: { Accept: accept } });
const lines = async (answer) => (await answer.text()).trim().split("\n").length;

await fetch(`${address}/update`, {
  method: "POST",
  headers: writing,
  body: new URLSearchParams({ update: "INSERT DATA { <urn:s> <urn:p> 'text'@en , 2 }" }),
});
console.log("select", (await (await ask("SELECT ?o { <urn:s> ?p ?o }")).json()).results.bindings.length);
console.log("ask", (await (await ask("ASK { <urn:s> <urn:p> 2 }")).json()).boolean);
console.log("construct", await lines(await ask("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples")));
const graph = `${address}/graphs?graph=urn:x:g`;
const put = await fetch(graph, {
  method: "PUT",
  headers: { ...writing, "Content-Type": "text/turtle" },
  body: "<urn:s> <urn:p> '文本'@zh .",
});
console.log("graph", put.status);
console.log("graph", await lines(await fetch(graph, { headers: { Accept: "application/n-triples" } })));
console.log("long", (await lines(await ask(long, "text/csv"))) - 1);
const problem = await (await ask("ASK { <urn:s> <urn:p> }")).json();
console.log("error line", problem.line, "column", problem.column);
