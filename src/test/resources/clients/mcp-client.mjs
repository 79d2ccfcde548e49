// Five tasks of an agent, by the TypeScript SDK of the Model Context Protocol, which checks
// every result against the schema that the server gives for it.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const client = new Client({ name: "tasks", version: "1" });
await client.connect(new StreamableHTTPClientTransport(new URL(process.argv[2] + "/mcp")));
await client.ping();
const { tools } = await client.listTools();
console.log("tools", tools.length);
const call = async (name, args) => {
  const result = await client.callTool({ name, arguments: args });
  if (result.isError) throw new Error(result.content[0].text);
  return result.structuredContent;
};

// 1. Find a thing by a Chinese name and tell what it is.
const found = await call("search_entities", { query: "幻觉", limit: 3 });
const thing = await call("describe_entity", { entity: found.results[0].thing.iri });
console.log("1", thing.thing.iri.split("/").pop(), thing.sources.length > 0);

// 2. Answer a question in words: find an example, run it for a model, give the sources.
const examples = await call("find_examples", { question: "What did OpenAI not disclose about GPT-4?" });
const withheld = examples.examples.find((e) => e.id.startsWith("disclosure/"));
const answer = await call("run_named_query", { id: withheld.id, limit: 10 });
console.log("2", answer.rows.length > 0, answer.sources.length > 0);

// 3. Learn the schema and write a query; mend a misspelt term by what the server says.
const schema = await call("get_schema", { classes: ["mg:EvaluationResult"] });
const property = schema.classes[0].properties.find((p) => p.property.shortForm === "mg:benchmark");
const query = (term) => `PREFIX mg: <${schema.prefixes.mg}>
SELECT ?benchmark (COUNT(?result) AS ?results)
WHERE { ?result ${term} ?benchmark } GROUP BY ?benchmark ORDER BY DESC(?results)`;
const wrong = await client.callTool({ name: "run_sparql", arguments: { query: query("mg:benchmrk") } });
const meant = /did you mean (\S+)\?/.exec(wrong.content[0].text)[1];
const rows = await call("run_sparql", { query: query(meant), limit: 1 });
console.log("3", meant === property.property.shortForm, rows.rows[0].results > 10);

// 4. Compare two models, only where numbers can be compared.
const compared = await call("compare_models", { models: ["GPT-4", "GPT-3.5"] });
const comparable = compared.sections.flatMap((s) => s.rows).filter((r) => r.standing === "comparable");
console.log("4", comparable.length > 5, compared.sources.some((s) => s.locator));

// 5. Use a prompt, a completion and a resource.
const prompt = await client.getPrompt({ name: "answer_with_sources", arguments: { question: "?" } });
const { completion } = await client.complete({
  ref: { type: "ref/prompt", name: "compare_two_models" },
  argument: { name: "model", value: "gpt-4" },
});
const { resourceTemplates } = await client.listResourceTemplates();
const { contents } = await client.readResource({ uri: "modelgraph://thing/model/gpt-4" });
console.log("5", prompt.messages.length, completion.values.includes("GPT-4"), resourceTemplates.length,
  contents[0].mimeType);
await client.close();
