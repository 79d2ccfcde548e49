// What a page gains where scripts run: copying, sorting in place, a switch of theme, shortcuts.
import { announce, base, el, icon } from './dom.js';

const COPY = 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z';
const THEME = 'M8 1.5a6.5 6.5 0 1 0 0 13zM8 1.5a6.5 6.5 0 0 1 0 13';

/** A button that copies what a function gives. */
export function copyButton(say, text) {
  return el('button', {
    type: 'button', class: 'copy', title: say('site.copy'), 'aria-label': say('site.copy'),
    onclick: async (event) => {
      const button = event.currentTarget;
      await navigator.clipboard.writeText(text());
      announce(say('site.copied'));
      button.classList.add('done');
      setTimeout(() => button.classList.remove('done'), 1500);
    },
  }, icon(COPY));
}

export function addCopying(say) {
  if (!navigator.clipboard) return;
  for (const code of document.querySelectorAll('.iri code')) code.after(copyButton(say, () => code.textContent.trim()));
  for (const pre of document.querySelectorAll('.scroll > pre:not(.excerpt)')) {
    const frame = pre.parentElement;
    frame.before(el('div', { class: 'copying' }, copyButton(say, () => pre.textContent.trim())));
  }
}

function key(cell) {
  const text = cell?.textContent.trim() ?? '';
  const number = Number(text.replace(/[,%\s]/g, '').replace('−', '-'));
  return text !== '' && !Number.isNaN(number) ? number : text;
}

function compare(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a.localeCompare(b, document.documentElement.lang, { numeric: true });
}

/** Lets a table be sorted by a click on the head of a column. */
export function sortable(table, say) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (!head.textContent.trim() || head.querySelector('a, button')) return;
    head.replaceChildren(el('button', {
      type: 'button', class: 'sort', title: say('site.sort'),
      onclick: () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        heads.forEach((h) => h.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const rows = [...table.tBodies[0].rows].map((row) => ({ row, by: key(row.cells[column]) }));
        rows.sort((a, b) => (down ? -1 : 1) * compare(a.by, b.by));
        table.tBodies[0].append(...rows.map(({ row }) => row));
      },
    }, ...head.childNodes));
  });
}

export function addSorting(say) {
  for (const table of document.querySelectorAll('main .scroll > table:not(.grid)')) {
    const plain = table.tHead?.rows.length === 1 && table.tBodies.length === 1
      && !table.querySelector('[rowspan], [colspan], thead a') && table.tBodies[0].rows.length > 1;
    if (plain) sortable(table, say);
  }
}

export function addTheme(say, place) {
  const dark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  };
  const button = el('button', {
    type: 'button', class: 'plain theme', title: say('site.theme'), 'aria-label': say('site.theme'), 'aria-pressed': String(dark()),
    onclick: () => {
      const chosen = dark() ? 'light' : 'dark';
      document.documentElement.dataset.theme = chosen;
      localStorage.setItem('theme', chosen);
      button.setAttribute('aria-pressed', String(dark()));
    },
  }, icon(THEME));
  place.append(button);
}

function isWriting(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.shadowRoot;
}

export function addShortcuts(search) {
  const places = { h: '/', m: '/models', b: '/benchmarks', l: '/limitations', q: '/queries', s: '/sparql' };
  let went = 0;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (event.key === '/') {
      event.preventDefault();
      search.select();
    } else if (event.key === 'g') went = event.timeStamp;
    else if (event.timeStamp - went < 1500 && places[event.key]) location.href = base + places[event.key];
  });
}
