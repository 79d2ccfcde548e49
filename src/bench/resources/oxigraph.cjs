// A SPARQL server over Oxigraph in memory. Arguments: the module, a port, a file of N-Quads.
"use strict";
const { createReadStream } = require("node:fs");
const { createServer } = require("node:http");
const [module_, port, file] = process.argv.slice(2);
const { Store } = require(module_);
const store = new Store();

// Whole lines, some 8 MiB at a time.
async function load() {
  let rest = "";
  const take = (text) => store.load(text, { format: "application/n-quads", no_transaction: true, unchecked: true });
  for await (const part of createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 23 })) {
    const text = rest + part;
    const end = text.lastIndexOf("\n") + 1;
    rest = text.slice(end);
    if (end > 0) take(text.slice(0, end));
  }
  if (rest) take(rest);
}

function answer(request, response, form) {
  if (request.url === "/update") {
    store.update(form.get("update"));
    response.writeHead(204);
    return response.end();
  }
  const type = request.headers.accept;
  const body = store.query(form.get("query"), { results_format: type, use_default_graph_as_union: true });
  response.writeHead(200, { "Content-Type": type });
  return response.end(body);
}

function serve() {
  createServer((request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      try {
        answer(request, response, new URLSearchParams(Buffer.concat(parts).toString("utf8")));
      } catch (error) {
        response.writeHead(500);
        response.end(String(error));
      }
    });
  }).listen(Number(port), "127.0.0.1");
}

load().then(serve);
