// The tabs of the workbench and the queries that were run, kept in this browser.

const MOST_RUNS = 50;

function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`workbench.${key}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(`workbench.${key}`, JSON.stringify(value));
  } catch {
    // a browser without storage forgets, and works
  }
}

/** A few words that tell a query from others: its first comment, or what it begins with. */
export function title(text) {
  const comment = /^\s*#+\s*(.+)$/m.exec(text)?.[1];
  const body = text.replace(/^\s*(PREFIX|BASE)\b.*$/gim, '').replace(/#[^\n]*/g, '').trim().replace(/\s+/g, ' ');
  const words = comment ?? body;
  return words.length > 28 ? `${words.slice(0, 27)}…` : words;
}

export class Notebook {
  constructor(first) {
    this.tabs = read('tabs', []).filter((t) => typeof t?.text === 'string');
    this.active = Math.min(read('tab', 0), Math.max(0, this.tabs.length - 1));
    if (first !== undefined || this.tabs.length === 0) this.open(first ?? '');
  }

  get text() {
    return this.tabs[this.active].text;
  }

  set text(text) {
    this.tabs[this.active].text = text;
    this.save();
  }

  /** Opens a tab with a text, or the one that has it already. */
  open(text) {
    const known = this.tabs.findIndex((t) => t.text.trim() === text.trim());
    if (known < 0) this.tabs.push({ text });
    this.active = known < 0 ? this.tabs.length - 1 : known;
    this.save();
  }

  close(index) {
    this.tabs.splice(index, 1);
    if (this.tabs.length === 0) this.tabs.push({ text: '' });
    this.active = Math.min(this.active > index ? this.active - 1 : this.active, this.tabs.length - 1);
    this.save();
  }

  save() {
    write('tabs', this.tabs);
    write('tab', this.active);
  }

  get runs() {
    return read('history', []);
  }

  remember(text, rows) {
    const others = this.runs.filter((r) => r.text !== text);
    write('history', [{ text, rows, time: new Date().toISOString() }, ...others].slice(0, MOST_RUNS));
  }

  forget() {
    write('history', []);
  }
}
