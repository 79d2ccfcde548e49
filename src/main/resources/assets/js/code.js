// A query for other programs, and the windows in which the workbench shows such things.
import { base, el } from './dom.js';
import { copyButton } from './enhance.js';

/** The address of the answer to a query in a format. */
export function address(text, format) {
  return `${base}/sparql?query=${encodeURIComponent(text)}&format=${format}`;
}

const ENDINGS = {
  rows: [['CSV', 'csv'], ['TSV', 'tsv'], ['JSON', 'json'], ['XML', 'xml']],
  truth: [['JSON', 'json'], ['XML', 'xml']],
  triples: [['Turtle', 'ttl'], ['JSON-LD', 'jsonld'], ['N-Triples', 'nt'], ['RDF/XML', 'rdf']],
};

export function downloads(result, text, say) {
  return el('ul', { class: 'downloads', 'aria-label': say('workbench.downloads') },
    ENDINGS[result.kind].map(([name, format]) => el('li', {}, el('a', { href: address(text, format), download: `answer.${format}` }, name))));
}

const indent = (text, by) => text.split('\n').map((line) => by + line).join('\n');

function snippets(text, kind) {
  const endpoint = `${location.origin}${base}/sparql`;
  const type = kind === 'triples' ? 'text/turtle' : kind === 'truth' ? 'application/sparql-results+json' : 'text/csv';
  const quoted = text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
  const java = text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""');
  const rows = type === 'text/csv';
  return {
    curl: `curl -H 'Accept: ${type}' -H 'Content-Type: application/sparql-query' \\\n  --data-binary @- ${endpoint} <<'QUERY'\n${text}\nQUERY`,
    Python: rows
      ? `import io, requests, pandas as pd\n\nquery = """\n${quoted}\n"""\nreply = requests.post("${endpoint}", data={"query": query}, headers={"Accept": "text/csv"})\nreply.raise_for_status()\ntable = pd.read_csv(io.StringIO(reply.text))\nprint(table)`
      : `import requests\n\nquery = """\n${quoted}\n"""\nreply = requests.post("${endpoint}", data={"query": query}, headers={"Accept": "${type}"})\nreply.raise_for_status()\nprint(reply.text)`,
    R: `library(httr)\n\nquery <- r"---(\n${text}\n)---"\nreply <- POST("${endpoint}", body = list(query = query), encode = "form", accept("${type}"))\nstop_for_status(reply)\n${rows ? 'table <- read.csv(text = content(reply, "text", encoding = "UTF-8"))\nprint(table)' : 'cat(content(reply, "text", encoding = "UTF-8"))'}`,
    JavaScript: `const query = String.raw\`\n${text.replaceAll('`', '\\`').replaceAll('${', '$\\{')}\n\`;\nconst reply = await fetch('${endpoint}', {\n  method: 'POST',\n  headers: { 'Content-Type': 'application/sparql-query', Accept: '${rows ? 'application/sparql-results+json' : type}' },\n  body: query,\n});\nif (!reply.ok) throw new Error(await reply.text());\nconsole.log(${rows || kind === 'truth' ? 'await reply.json()' : 'await reply.text()'});`,
    Java: `import java.net.URI;\nimport java.net.http.*;\n\nvoid main() throws Exception {\n    var query =\n        """\n${indent(java, '        ')}\n        """;\n    var request = HttpRequest.newBuilder(URI.create("${endpoint}"))\n        .header("Content-Type", "application/sparql-query")\n        .header("Accept", "${type}")\n        .POST(HttpRequest.BodyPublishers.ofString(query))\n        .build();\n    IO.println(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());\n}`,
  };
}

/** A window over the page, closed by its button or Escape. */
export function openDialog(title, content, say) {
  const dialog = el('dialog', { 'aria-label': title, onclose: (event) => event.target.remove() },
    el('div', { class: 'title' }, el('h2', {}, title),
      el('button', { type: 'button', class: 'plain', 'aria-label': say('workbench.close'), title: say('workbench.close'), onclick: () => dialog.close() }, '✕')), content);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function block(name, text, say, copy) {
  return el('section', {}, el('div', { class: 'title' }, el('h3', {}, name), navigator.clipboard ? copyButton(copy, () => text) : null),
    el('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': name }, el('pre', {}, el('code', {}, text))));
}

export function showCode(text, kind, say, copy) {
  openDialog(say('workbench.code'), el('div', {}, Object.entries(snippets(text, kind)).map(([name, code]) => block(name, code, say, copy))), say);
}

/** Gives a query a short address and shows it. */
export async function share(text, say, copy) {
  const reply = await fetch(`${base}/q`, { method: 'POST', body: text, headers: { 'Content-Type': 'application/sparql-query' } });
  const answer = await reply.json();
  if (!reply.ok) return openDialog(say('workbench.share'), el('p', { class: 'notice' }, answer.detail), say);
  const line = (name, value) => el('div', {}, el('dt', {}, name),
    el('dd', {}, el('a', { href: value }, el('code', {}, value)), navigator.clipboard ? copyButton(copy, () => value) : null));
  return openDialog(say('workbench.share'), el('dl', { class: 'share' },
    line(say('workbench.share.page'), answer.address), line(say('workbench.share.rows'), `${answer.address}.csv`), line(say('workbench.share.text'), `${answer.address}.rq`)), say);
}
