// Every page works without this; with it, search suggests, codes are copied, tables sorted, and keys go places.
import { speaker } from './dom.js';
import { suggest } from './combobox.js';
import { addCopying, addShortcuts, addSorting, addTheme } from './enhance.js';

const say = await speaker('site');
const search = document.querySelector('.top .search input[type=search]');
if (search) {
  suggest(search, say);
  addShortcuts(search);
}
addTheme(say, document.querySelector('.top nav'));
addCopying(say);
addSorting(say);
document.documentElement.dataset.ready = 'true';
