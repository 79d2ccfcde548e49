// Results as a table: labels for IRIs, numbers to the right, sorted and narrowed in place.
import { base, el, language } from './dom.js';
import { isNumber, shortName } from './terms.js';
import { sortable } from './enhance.js';

const PART = 300;
const labels = new Map();

/** Asks for the labels of all IRIs among some terms. */
export async function learn(terms) {
  const missing = [...new Set(terms.filter((t) => t?.type === 'iri' && !labels.has(t.value)).map((t) => t.value))].slice(0, 2000);
  if (missing.length === 0) return;
  const kept = new URLSearchParams(location.search).get('lang');
  const reply = await fetch(`${base}/api/labels?lang=${kept ?? language}`, { method: 'POST', body: JSON.stringify({ iris: missing }) });
  if (!reply.ok) return;
  for (const [iri, known] of Object.entries((await reply.json()).labels)) labels.set(iri, known);
}

/** What a term is called. */
export function called(term) {
  if (!term) return '';
  return term.type === 'iri' ? labels.get(term.value)?.label ?? shortName(term.value) : term.value;
}

/** The page of a thing. */
export function page(term) {
  return labels.get(term.value)?.page ?? `${base}/describe?iri=${encodeURIComponent(term.value)}`;
}

/** A term as it is shown. */
export function shown(term, say) {
  if (!term) return el('span', { class: 'quiet', title: say('workbench.unbound') }, '–');
  if (term.type === 'iri') return el('a', { href: page(term), title: term.value }, called(term));
  if (term.type !== 'literal') return el('span', { class: 'quiet' }, term.value);
  const datatype = term.datatype && !isNumber(term) ? shortName(term.datatype) : '';
  return el('span', { lang: term.language || undefined, title: datatype || undefined }, term.value,
    term.language ? el('span', { class: 'badge' }, term.language) : null);
}

function row(terms, numeric, say) {
  return el('tr', {}, terms.map((term, i) => el('td', { class: numeric[i] ? 'number' : undefined }, shown(term, say))));
}

/** A part of the rows, and a button for the next. */
export function more(all, make, place, say, part = PART) {
  let from = 0;
  const button = el('button', { type: 'button', class: 'second', onclick: add }, '');
  async function add() {
    const next = all.slice(from, from + part);
    await learn(next.flat());
    place.append(...next.map(make));
    from += next.length;
    button.hidden = from >= all.length;
    button.textContent = say('workbench.more', Math.min(part, all.length - from));
  }
  return { button, add };
}

export async function table(result, say) {
  const numeric = result.columns.map((_, i) => result.rows.some((r) => isNumber(r[i])) && result.rows.every((r) => !r[i] || isNumber(r[i])));
  await learn(result.rows.slice(0, PART).flat());
  const body = el('tbody');
  const drawn = el('table', {},
    el('thead', {}, el('tr', {}, result.columns.map((name, i) => el('th', { scope: 'col', class: numeric[i] ? 'number' : undefined }, name)))), body);
  const rest = more(result.rows, (terms) => row(terms, numeric, say), body, say);
  await rest.add();
  sortable(drawn, say);
  const narrowing = el('input', {
    type: 'search', placeholder: say('workbench.narrow'), 'aria-label': say('workbench.narrow'), class: 'narrowing',
    oninput: (event) => {
      const wanted = event.target.value.toLowerCase();
      for (const line of body.rows) line.hidden = !line.textContent.toLowerCase().includes(wanted);
    },
  });
  return el('div', {}, result.rows.length > 8 ? narrowing : null,
    el('div', { class: 'scroll card', role: 'region', tabindex: 0, 'aria-label': say('workbench.table') }, drawn), rest.button);
}
