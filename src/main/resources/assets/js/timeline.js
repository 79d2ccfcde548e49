// Results in the order of their dates, a heading for every year.
import { el } from './dom.js';
import { isDate } from './terms.js';
import { learn, shown } from './table.js';

const MOST = 400;

/** The column of dates and a column that says what happened; undefined where there is none. */
export function moments(result) {
  if (result.kind !== 'rows') return undefined;
  const date = result.columns.findIndex((_, i) => result.rows.some((r) => isDate(r[i])));
  if (date < 0 || result.columns.length < 2) return undefined;
  return { date, what: result.columns.map((_, i) => i).filter((i) => i !== date) };
}

export async function timeline(result, say) {
  const { date, what } = moments(result);
  const dated = result.rows.filter((r) => r[date]).sort((a, b) => a[date].value.localeCompare(b[date].value)).slice(0, MOST);
  await learn(dated.flat());
  const years = Map.groupBy(dated, (r) => r[date].value.slice(0, 4));
  const missing = result.rows.length - dated.length;
  return el('div', {}, [...years].map(([year, rows]) => el('section', { class: 'year' }, el('h3', {}, year),
    el('ol', {}, rows.map((r) => el('li', {}, el('time', { datetime: r[date].value }, r[date].value.slice(0, 10)), ' ',
      what.filter((i) => r[i]).map((i, place) => [place > 0 ? ' · ' : null, shown(r[i], say)])))))),
  missing > 0 ? el('p', { class: 'quiet' }, say('workbench.left', missing)) : null);
}
