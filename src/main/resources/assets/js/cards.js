// Results as cards: a row or a subject on each, the first value as its head.
import { el } from './dom.js';
import { called, learn, more, shown } from './table.js';

function card(head, facts, say) {
  return el('li', { class: 'card' }, el('h3', {}, shown(head, say)),
    el('dl', {}, facts.map(([name, terms]) => el('div', {}, el('dt', {}, name),
      terms.map((term) => el('dd', {}, shown(term, say)))))));
}

function subjects(result) {
  const groups = new Map();
  for (const [subject, predicate, object] of result.rows) {
    const facts = groups.get(subject.value) ?? { subject, facts: new Map() };
    groups.set(subject.value, facts);
    const known = facts.facts.get(predicate.value) ?? { predicate, objects: [] };
    facts.facts.set(predicate.value, known);
    known.objects.push(object);
  }
  return [...groups.values()].map(({ subject, facts }) =>
    ({ terms: [subject, ...[...facts.values()].flatMap((f) => [f.predicate, ...f.objects])], subject, facts: [...facts.values()] }));
}

export async function cards(result, say) {
  const place = el('ul', { class: 'results-cards' });
  const rest = result.kind === 'triples'
    ? more(subjects(result), (s) => card(s.subject, s.facts.map((f) => [called(f.predicate), f.objects]), say), place, say, 30)
    : more(result.rows, (row) => card(row[0], result.columns.slice(1).map((name, i) => [name, [row[i + 1]]]), say), place, say, 60);
  if (result.kind === 'triples') await learn(result.rows.slice(0, 2000).flat());
  await rest.add();
  return el('div', {}, place, rest.button);
}
