// The workbench: puts an editor in the place of the plain form, runs queries, and shows results in the ways their shape allows.
import { announce, base, el, language, speaker } from './dom.js';
import { cards } from './cards.js';
import { chart, shape } from './chart.js';
import { downloads, openDialog, share, showCode } from './code.js';
import { editor } from './editor.js';
import { format } from './format.js';
import { graph, links } from './graph.js';
import { Notebook, title } from './notebook.js';
import { Run, Trouble } from './run.js';
import { table } from './table.js';
import { moments, timeline } from './timeline.js';

const LONGEST_ADDRESS = 4000;
const say = await speaker('workbench');
const sayOnSite = await speaker('site');
const number = (n) => n.toLocaleString(document.documentElement.lang);

const form = document.querySelector('form.query');
const plain = form.querySelector('textarea');
const isGiven = new URLSearchParams(location.search).has('query') || location.pathname.includes('/q/');
const notebook = new Notebook(isGiven ? plain.value : undefined);
if (!notebook.text && !isGiven) notebook.text = plain.value;

const tabs = el('ul', { class: 'tabs', 'aria-label': say('workbench.tabs') });
const place = el('div', { class: 'editor' });
const runButton = form.querySelector('button[type=submit]');
const stopButton = button('workbench.stop', () => running?.stop());
const status = el('p', { class: 'progress quiet', role: 'status' });
const output = el('section', { id: 'output', 'aria-label': say('workbench.result'), hidden: true });
stopButton.hidden = true;
let running, view;

function button(key, action) {
  return el('button', { type: 'button', class: 'second', onclick: action }, say(key));
}

function showTabs() {
  tabs.replaceChildren(...notebook.tabs.map((tab, i) => el('li', { 'data-active': i === notebook.active },
    el('button', { type: 'button', class: 'plain', 'aria-pressed': String(i === notebook.active), onclick: () => change(() => { notebook.active = i; notebook.save(); }) },
      title(tab.text) || say('workbench.untitled')),
    notebook.tabs.length > 1 ? el('button', { type: 'button', class: 'plain', 'aria-label': say('workbench.close'), title: say('workbench.close'), onclick: () => change(() => notebook.close(i)) }, '✕') : null)),
  el('li', {}, el('button', { type: 'button', class: 'plain', 'aria-label': say('workbench.new'), title: say('workbench.new'), onclick: () => change(() => notebook.open('')) }, '＋')));
}

/** Another text comes into the editor. */
function change(how) {
  how();
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: notebook.text } });
  showTabs();
  view.focus();
}

function parameters() {
  const fields = new FormData(form);
  fields.delete('query');
  return fields;
}

function clear() {
  const questions = document.querySelector('main > [aria-labelledby=questions]');
  for (const part of [...form.parentElement.children])
    if (part !== form && part !== output && part !== questions && part.tagName !== 'H1') part.remove();
  form.parentElement.querySelector('h1').textContent = say('workbench.title');
  output.replaceChildren();
  output.hidden = false;
}

function address(text) {
  const query = new URLSearchParams(parameters());
  query.set('query', text);
  const whole = `${base}/sparql?${query}`;
  history.replaceState(null, '', whole.length < LONGEST_ADDRESS ? whole : `${base}/sparql`);
}

async function run() {
  running?.stop();
  const text = notebook.text;
  const mine = new Run(text, parameters(), (count, time) => {
    status.textContent = say('workbench.progress', number(count), (time / 1000).toFixed(1));
  });
  running = mine;
  stopButton.hidden = false;
  status.textContent = say('workbench.running');
  clear();
  address(text);
  try {
    const result = await mine.result();
    notebook.remember(text, result.count);
    await show(result, text);
  } catch (failure) {
    trouble(failure, mine);
  } finally {
    if (running === mine) running = undefined;
    stopButton.hidden = running === undefined;
  }
}

function trouble(failure, mine) {
  status.textContent = '';
  const problem = failure instanceof Trouble ? failure.problem : undefined;
  if (mine.stopped || problem?.type?.endsWith('/stopped')) output.replaceChildren(el('p', { class: 'notice' }, say('workbench.stopped')));
  else {
    output.replaceChildren(el('div', { class: 'card problem', role: 'alert' },
      el('p', { class: 'detail', lang: language === 'en' ? undefined : 'en' }, problem?.detail ?? say('workbench.unreachable')),
      problem?.line ? el('p', { class: 'quiet' }, say('workbench.place', problem.line, problem.column)) : null,
      problem?.hint ? el('p', { class: 'hint', lang: language === 'en' ? undefined : 'en' }, problem.hint) : null));
  }
}

function views(result) {
  const all = { table, chart: shape(result) && chart, graph: links(result).length > 0 && graph, timeline: moments(result) && timeline, cards, raw };
  if (result.kind === 'truth') return { truth };
  return Object.fromEntries(Object.entries(all).filter(([, how]) => how));
}

function truth(result) {
  return el('p', { class: 'card truth' }, el('strong', { class: result.value ? 'code full' : 'code open' }, say(result.value ? 'workbench.yes' : 'workbench.no')));
}

function raw(result) {
  const lines = result.raw.slice(0, 2000);
  return el('div', {}, el('div', { class: 'scroll card', role: 'region', tabindex: 0, 'aria-label': say('workbench.view.raw') }, el('pre', {}, el('code', {}, lines.join('\n')))),
    lines.length < result.raw.length ? el('p', { class: 'quiet' }, say('workbench.left', number(result.raw.length - lines.length))) : null);
}

async function show(result, text) {
  const words = say(`workbench.${result.kind}`, number(result.count), number(Math.round(result.milliseconds)), number(Math.ceil(result.bytes / 1024)));
  status.textContent = '';
  announce(words);
  const shown = el('div', { class: 'view' });
  const ways = views(result);
  const choose = async (name) => {
    for (const b of buttons) b.setAttribute('aria-pressed', String(b.dataset.view === name));
    shown.replaceChildren(await ways[name](result, say));
  };
  const buttons = Object.keys(ways).map((name) => el('button', { type: 'button', class: 'second', 'data-view': name, 'aria-pressed': 'false', onclick: () => choose(name) }, say(`workbench.view.${name}`)));
  output.replaceChildren(
    el('div', { class: 'outcome' }, el('h2', {}, words), downloads(result, text, say)),
    result.warning ? el('p', { class: 'notice' }, result.warning) : null,
    result.whole ? null : el('p', { class: 'notice' }, say('workbench.broken')),
    buttons.length > 1 ? el('div', { class: 'views', role: 'group', 'aria-label': say('workbench.views') }, buttons) : null, shown);
  output.replaceChildren(...[...output.childNodes].filter((n) => n.nodeType !== Node.TEXT_NODE));
  output.dataset.kind = result.kind;
  await (result.count === 0 && result.kind !== 'truth' ? shown.replaceChildren(el('p', { class: 'card' }, say('workbench.empty'))) : choose(Object.keys(ways)[0]));
}

async function explain() {
  const reply = await fetch(`${base}/api/explain?lang=${language}`, { method: 'POST', body: notebook.text });
  const answer = await reply.json();
  if (!reply.ok) return openDialog(say('workbench.explain'), el('p', { class: 'notice' }, answer.detail), say);
  const deepest = Math.max(...answer.steps.map((s) => s.depth), 0);
  return openDialog(say('workbench.explain'), el('div', {}, el('p', { class: 'quiet' }, say('workbench.explain.lead')),
    el('ol', { class: 'plan' }, answer.steps.map((step) => el('li', { class: `depth${Math.min(step.depth, 12)}` },
      el('strong', {}, step.words), ' ', step.detail ? el('code', {}, step.detail) : null, step.cost ? el('span', { class: 'badge' }, step.cost) : null))),
    deepest === 0 ? null : el('p', { class: 'quiet' }, say('workbench.explain.order'))), say);
}

function past() {
  const runs = notebook.runs;
  const dialog = openDialog(say('workbench.history'), runs.length === 0 ? el('p', {}, say('workbench.history.none')) : el('ul', { class: 'past' },
    runs.map((r) => el('li', {}, el('button', { type: 'button', class: 'plain', onclick: () => { dialog.close(); change(() => notebook.open(r.text)); } },
      el('span', {}, title(r.text)), el('small', { class: 'quiet' }, `${new Date(r.time).toLocaleString(document.documentElement.lang)} · ${number(r.rows)}`)))),
    el('li', {}, button('workbench.history.forget', () => { notebook.forget(); dialog.close(); }))), say);
}

plain.hidden = true;
plain.required = false;
form.querySelector('label[for=query]').hidden = true;
form.classList.add('live');
form.prepend(tabs);
plain.after(place);
form.querySelector('.actions').append(stopButton,
  button('workbench.format', () => { const text = format(notebook.text); change(() => { notebook.text = text; }); }),
  button('workbench.explain', explain), button('workbench.history', past),
  button('workbench.share', () => share(notebook.text, say, sayOnSite)),
  button('workbench.code', () => showCode(notebook.text, output.dataset.kind ?? 'rows', say, sayOnSite)), status);
form.after(output);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});
view = await editor(place, notebook.text, say, {
  run: () => form.requestSubmit(),
  changed: (text) => {
    notebook.text = text;
    plain.value = text;
    showTabs();
  },
});
runButton.title = say('workbench.run.key');
showTabs();
document.documentElement.dataset.workbench = 'ready';
