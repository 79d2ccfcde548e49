// Suggestions under the search field: an editable combobox with a list (ARIA 1.2, APG "combobox with list autocomplete").
import { base, el, language } from './dom.js';

const PAUSE = 90;
const MOST = 8;

export function suggest(input, say) {
  const list = el('ul', { id: 'suggestions', role: 'listbox', 'aria-label': say('site.suggestions'), hidden: true });
  let waiting, asking, active = -1;
  input.after(list);
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
  })) input.setAttribute(name, value);

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  }

  function choose(index) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const chosen = list.children[active];
    if (!chosen) return input.removeAttribute('aria-activedescendant');
    chosen.setAttribute('aria-selected', 'true');
    chosen.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', chosen.id);
  }

  function go(option) {
    location.href = option.dataset.page;
  }

  function option({ label, matched, kind, page }, index) {
    const address = new URL(page, location);
    const kept = new URLSearchParams(location.search).get('lang');
    if (kept) address.searchParams.set('lang', kept);
    return el('li', {
      id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false', 'data-page': address.pathname + address.search,
      onmousedown: (event) => event.preventDefault(), onclick: (event) => go(event.currentTarget),
    },
    el('span', {}, label, matched.toLowerCase() === label.toLowerCase() ? null : el('small', {}, ` ${matched}`)),
    el('small', {}, say(`kind.${kind}`)));
  }

  async function ask() {
    const text = input.value.trim();
    asking?.abort();
    if (!text) return close();
    asking = new AbortController();
    try {
      const query = new URLSearchParams({ q: text, limit: MOST, lang: language });
      const answer = await fetch(`${base}/api/suggest?${query}`, { signal: asking.signal });
      if (!answer.ok) return close();
      const { suggestions } = await answer.json();
      choose(-1);
      list.replaceChildren(...suggestions.map(option));
      list.hidden = suggestions.length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
    } catch (failure) {
      if (failure.name !== 'AbortError') close();
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const last = list.children.length - 1;
    if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'ArrowDown' && list.hidden) ask();
    else if (event.key === 'ArrowDown') choose(active < last ? active + 1 : -1);
    else if (event.key === 'ArrowUp' && !list.hidden) choose(active < 0 ? last : active - 1);
    else if (event.key === 'Enter' && active >= 0) go(list.children[active]);
    else return;
    event.preventDefault();
  });
}
