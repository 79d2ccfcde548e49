// Runs a query on the server: counts what comes while it comes, and can be stopped.
import { base } from './dom.js';
import { parse, triple } from './terms.js';

const HELD = 50_000;
const ACCEPT = 'text/tab-separated-values, application/n-triples;q=0.9, application/problem+json;q=0.5';

/** What the server says went wrong. */
export class Trouble extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title ?? String(problem));
    this.problem = problem;
  }
}

function answer(type, lines, state) {
  const raw = lines.slice();
  if (type.startsWith('application/n-triples')) {
    return { ...state, kind: 'triples', raw, columns: ['subject', 'predicate', 'object'], rows: lines.map(triple).filter(Boolean) };
  }
  const columns = (lines.shift() ?? '').split('\t').map((name) => name.replace(/^\?/, ''));
  const rows = lines.map((line) => line.split('\t').map(parse));
  if (columns[0] === '_askResult') return { ...state, kind: 'truth', raw, columns, rows, value: rows[0]?.[0]?.value === 'true' };
  return { ...state, kind: 'rows', raw, columns, rows, count: state.count - 1 };
}

/** A run of a query; `progress` is told of rows and milliseconds while it goes on. */
export class Run {
  constructor(text, parameters, progress) {
    this.text = text;
    this.parameters = parameters;
    this.progress = progress;
    this.name = crypto.randomUUID();
    this.control = new AbortController();
    this.stopped = false;
  }

  async result() {
    const begin = performance.now();
    const parameters = new URLSearchParams(this.parameters);
    parameters.set('run', this.name);
    const reply = await fetch(`${base}/sparql?${parameters}`, {
      method: 'POST', body: this.text, signal: this.control.signal,
      headers: { 'Content-Type': 'application/sparql-query', Accept: ACCEPT },
    });
    if (!reply.ok) throw new Trouble(await reply.json());
    const type = reply.headers.get('Content-Type');
    const state = { count: 0, bytes: 0, whole: true, warning: reply.headers.get('Modelgraph-Warning') };
    const lines = await this.read(reply.body.getReader(), state, begin);
    return { ...answer(type, lines, state), milliseconds: performance.now() - begin };
  }

  async read(reader, state, begin) {
    const decoder = new TextDecoder();
    const lines = [];
    let rest = '';
    try {
      for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
        state.bytes += value.length;
        const parts = (rest + decoder.decode(value, { stream: true })).split('\n');
        rest = parts.pop();
        state.count += parts.length;
        for (const line of parts) if (lines.length < HELD) lines.push(line.replace(/\r$/, ''));
        this.progress(state.count, performance.now() - begin);
      }
      if (rest) lines.push(rest);
    } catch (failure) {
      if (lines.length === 0) throw failure;
      state.whole = false;
    }
    return lines;
  }

  /** Stops the work on the server, and then the waiting for it. */
  async stop() {
    this.stopped = true;
    await fetch(`${base}/api/runs/${this.name}`, { method: 'DELETE' }).catch(() => {});
    setTimeout(() => this.control.abort(), 1500);
  }
}
