// Whole queries answered by Comunica from Triple Pattern Fragments, from the SPARQL endpoint, and
// from both together.
import { QueryEngine } from "@comunica/query-sparql";

const base = process.argv[2];
const engine = new QueryEngine();
const ask = async (query, sources) => {
  const rows = await (await engine.queryBindings(query, { sources })).toArray();
  return rows
    .map((row) => [...row].map(([name, term]) => `${name.value}=${term.value}`).sort().join(" "))
    .sort();
};
const prefixes = `
  PREFIX mg: <https://w3id.org/modelgraph/ns/>
  PREFIX organization: <https://w3id.org/modelgraph/organization/>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>`;
const labels = `${prefixes}
  SELECT ?model ?label {
    ?model mg:developedBy organization:openai ; rdfs:label ?label FILTER(lang(?label) = "en")
  }`;

const fragments = { type: "qpf", value: `${base}/fragments` };
const endpoint = { type: "sparql", value: `${base}/sparql` };
const pieced = await ask(labels, [fragments]);
const whole = await ask(labels, [endpoint]);
console.log("fragments", pieced.length > 3, JSON.stringify(pieced) === JSON.stringify(whole));
console.log("found", (await ask(labels, [`${base}/fragments`])).length === whole.length);
const counted = await ask(
  `${prefixes} SELECT (COUNT(*) AS ?n) { ?model mg:developedBy organization:openai }`, [fragments]);
console.log("counted", counted[0] === (await ask(
  `${prefixes} SELECT (COUNT(*) AS ?n) { ?model mg:developedBy organization:openai }`, [endpoint]))[0]);
const together = await ask(
  `${prefixes} SELECT DISTINCT ?model { ?model mg:developedBy organization:openai }`,
  [fragments, endpoint]);
console.log("together", together.length > 0);
