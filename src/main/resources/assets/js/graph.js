// Results as a small graph: the best connected things, at most sixty, and a word on how many are left out.
import { el, svg } from './dom.js';
import { called, learn, page } from './table.js';

const MOST = 60;
const WIDTH = 900;
const HEIGHT = 560;

/** The links of a result: triples between things, or from the first thing of a row to its others. */
export function links(result) {
  const things = (row) => row.map((term, i) => [term, i]).filter(([term]) => term?.type === 'iri');
  if (result.kind === 'triples') return result.rows.filter((r) => r[2].type === 'iri').map(([from, by, to]) => ({ from, to, by }));
  if (result.kind !== 'rows') return [];
  return result.rows.flatMap((row) => {
    const [first, ...others] = things(row);
    return others.map(([to, i]) => ({ from: first[0], to, by: { type: 'literal', value: result.columns[i] } }));
  });
}

function choose(all) {
  const degree = new Map();
  for (const { from, to } of all) for (const term of [from, to]) degree.set(term.value, { term, links: (degree.get(term.value)?.links ?? 0) + 1 });
  const nodes = [...degree.values()].sort((a, b) => b.links - a.links).slice(0, MOST).map(({ term, links: n }) => ({ id: term.value, term, links: n }));
  const kept = new Set(nodes.map((n) => n.id));
  const pairs = new Map();
  for (const { from, to, by } of all) {
    if (from.value === to.value || !kept.has(from.value) || !kept.has(to.value)) continue;
    const key = `${from.value} ${to.value}`;
    const pair = pairs.get(key) ?? { source: from.value, target: to.value, by: new Map() };
    pair.by.set(by.value, by);
    pairs.set(key, pair);
  }
  return { nodes, pairs: [...pairs.values()], missing: degree.size - nodes.length };
}

async function arrange(nodes, pairs) {
  const force = await import('d3-force');
  const simulation = force.forceSimulation(nodes)
    .force('link', force.forceLink(pairs).id((n) => n.id).distance(90))
    .force('charge', force.forceManyBody().strength(-260))
    .force('apart', force.forceCollide(34))
    .force('x', force.forceX(WIDTH / 2).strength(0.06))
    .force('y', force.forceY(HEIGHT / 2).strength(0.1))
    .stop();
  simulation.tick(300);
  for (const node of nodes) {
    node.x = Math.min(WIDTH - 70, Math.max(70, node.x));
    node.y = Math.min(HEIGHT - 30, Math.max(20, node.y));
  }
}

export async function graph(result, say) {
  const { nodes, pairs, missing } = choose(links(result));
  await learn([...nodes.map((n) => n.term), ...pairs.flatMap((p) => [...p.by.values()])]);
  await arrange(nodes, pairs);
  const label = say('workbench.nodes', nodes.length, pairs.length);
  const drawn = svg('svg', { class: 'chart network', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'aria-label': label, role: 'group' },
    pairs.map((p) => svg('line', { class: 'edge', x1: p.source.x, y1: p.source.y, x2: p.target.x, y2: p.target.y },
      svg('title', {}, `${called(p.source.term)} — ${[...p.by.values()].map(called).join(', ')} → ${called(p.target.term)}`))),
    nodes.map((n) => {
      const name = called(n.term);
      return svg('a', { href: page(n.term), 'aria-label': name }, svg('title', {}, name),
        svg('circle', { class: 'dot', cx: n.x, cy: n.y, r: 5 + Math.min(9, Math.sqrt(n.links)) }),
        svg('text', { x: n.x, y: n.y + 22, 'text-anchor': 'middle' }, name.length > 22 ? `${name.slice(0, 21)}…` : name));
    }));
  return el('figure', { class: 'drawing card wide' },
    el('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': label }, drawn),
    el('figcaption', { class: 'quiet' }, label, ' ', missing > 0 ? say('workbench.hidden', missing) : ''));
}
