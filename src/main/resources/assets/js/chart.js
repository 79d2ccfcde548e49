// Results as a drawing that their shape chooses: dates and numbers make a line, names and numbers bars, two numbers dots.
import { el, svg } from './dom.js';
import { isDate, isNumber } from './terms.js';
import { called, learn } from './table.js';

const WIDTH = 720;
const MOST_BARS = 40;

function column(result, test) {
  return result.columns.findIndex((_, i) => result.rows.some((r) => test(r[i])) && result.rows.every((r) => !r[i] || test(r[i])));
}

/** What a result can be drawn as; undefined where it has no numbers. */
export function shape(result) {
  if (result.kind !== 'rows' || result.rows.length === 0) return undefined;
  const numbers = result.columns.map((_, i) => i).filter((i) => result.rows.some((r) => isNumber(r[i])) && result.rows.every((r) => !r[i] || isNumber(r[i])));
  if (numbers.length === 0) return undefined;
  const date = column(result, isDate);
  const name = result.columns.findIndex((_, i) => i !== date && !numbers.includes(i));
  const y = numbers[0];
  if (date >= 0) return { as: 'line', x: date, y, name };
  if (numbers.length > 1 && result.rows.length > 1 && (name < 0 || result.rows.length > MOST_BARS)) return { as: 'dots', x: y, y: numbers[1], name };
  if (name >= 0) return { as: 'bars', y, name };
  return numbers.length > 1 ? { as: 'dots', x: y, y: numbers[1], name } : undefined;
}

const written = (number) => number.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 3 });
const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

function scale(values, from, to, zero) {
  const low = Math.min(...values, ...(zero ? [0] : []));
  const high = Math.max(...values, ...(zero ? [0] : []));
  const span = high - low || 1;
  return { low, high, at: (v) => from + ((v - low) / span) * (to - from) };
}

function ticks({ low, high }) {
  const step = 10 ** Math.floor(Math.log10((high - low || 1) / 3));
  const wide = [1, 2, 5, 10].map((f) => f * step).find((s) => (high - low) / s <= 5);
  const first = Math.ceil(low / wide) * wide;
  return Array.from({ length: 7 }, (_, i) => Number((first + i * wide).toPrecision(12))).filter((t) => t <= high);
}

function bars(result, { y, name }) {
  const rows = result.rows.filter((r) => r[y]).slice(0, MOST_BARS);
  const room = 230;
  const x = scale(rows.map((r) => Number(r[y].value)), room, WIDTH - 70, true);
  const drawn = rows.map((r, i) => {
    const value = Number(r[y].value);
    const top = i * 26;
    return svg('g', {}, svg('title', {}, `${called(r[name])}: ${written(value)}`),
      svg('text', { x: room - 8, y: top + 17, 'text-anchor': 'end' }, cut(called(r[name]), 32)),
      svg('rect', { class: 'bar', x: Math.min(x.at(0), x.at(value)), y: top + 4, width: Math.max(1, Math.abs(x.at(value) - x.at(0))), height: 18, rx: 3 }),
      svg('text', { class: 'figure', x: Math.max(x.at(value), x.at(0)) + 6, y: top + 17 }, written(value)));
  });
  return { drawn, height: rows.length * 26 + 6, shown: rows.length };
}

function day(term) {
  return Date.parse(term.value.length === 4 ? `${term.value}-01-01` : term.value);
}

function plane(result, chosen) {
  const place = chosen.as === 'line' ? day : (t) => Number(t.value);
  const rows = result.rows.filter((r) => r[chosen.x] && r[chosen.y] && !Number.isNaN(place(r[chosen.x])));
  if (chosen.as === 'line') rows.sort((a, b) => place(a[chosen.x]) - place(b[chosen.x]));
  const height = 340;
  const x = scale(rows.map((r) => place(r[chosen.x])), 60, WIDTH - 20, false);
  const y = scale(rows.map((r) => Number(r[chosen.y].value)), height - 40, 15, false);
  const at = (r) => [x.at(place(r[chosen.x])), y.at(Number(r[chosen.y].value))];
  const years = chosen.as === 'line' ? [...new Set(rows.map((r) => r[chosen.x].value.slice(0, 4)))].filter((_, i, all) => i % Math.ceil(all.length / 8) === 0) : [];
  const grid = [
    ...ticks(y).map((t) => [svg('line', { class: 'grid', x1: 60, x2: WIDTH - 20, y1: y.at(t), y2: y.at(t) }), svg('text', { class: 'tick', x: 52, y: y.at(t) + 4, 'text-anchor': 'end' }, written(t))]),
    ...(chosen.as === 'line' ? years.map((t) => [x.at(Math.max(x.low, Date.parse(`${t}-01-01`))), t]) : ticks(x).map((t) => [x.at(t), written(t)]))
      .map(([where, text]) => svg('text', { class: 'tick', x: where, y: height - 20, 'text-anchor': 'middle' }, text)),
    svg('text', { class: 'tick', x: WIDTH - 20, y: height - 4, 'text-anchor': 'end' }, result.columns[chosen.x]),
    svg('text', { class: 'tick', x: 4, y: 10 }, result.columns[chosen.y]),
  ].flat();
  const line = chosen.as === 'line' && rows.length > 1
    ? [svg('path', { class: 'stroke', fill: 'none', d: `M${rows.map((r) => at(r).map((v) => v.toFixed(1)).join(' ')).join('L')}` })] : [];
  const dots = rows.map((r) => svg('circle', { class: 'dot', cx: at(r)[0], cy: at(r)[1], r: 4.5 },
    svg('title', {}, [chosen.name >= 0 ? called(r[chosen.name]) : '', called(r[chosen.x]), called(r[chosen.y])].filter(Boolean).join(' · '))));
  return { drawn: [...grid, ...line, ...dots], height, shown: rows.length };
}

export async function chart(result, say) {
  const chosen = shape(result);
  await learn(result.rows.slice(0, 2000).flat());
  const { drawn, height, shown } = chosen.as === 'bars' ? bars(result, chosen) : plane(result, chosen);
  const label = chosen.as === 'bars'
    ? say('workbench.bars', result.columns[chosen.y], result.columns[chosen.name]) : say('workbench.plane', result.columns[chosen.y], result.columns[chosen.x]);
  return el('figure', { class: 'drawing card' },
    el('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': label },
      svg('svg', { class: 'chart', viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: 'img', 'aria-label': label }, drawn)),
    el('figcaption', { class: 'quiet' }, label, ' ', shown < result.rows.length ? say('workbench.left', result.rows.length - shown) : ''));
}
