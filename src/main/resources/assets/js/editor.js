// The editor: CodeMirror with colours for SPARQL, completion from this graph, and the diagnoses of the parser that runs queries.
import { autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, indentOnInput, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { sparql } from '@codemirror/legacy-modes/mode/sparql.js';
import { linter, lintGutter } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { base, el, language } from './dom.js';

const KEYWORDS = ('SELECT DISTINCT CONSTRUCT DESCRIBE ASK WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND LIMIT OFFSET HAVING PREFIX FROM NAMED '
  + 'COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND IRI CONTAINS STRSTARTS STRENDS REGEX REPLACE LCASE UCASE STRLEN SUBSTR CONCAT '
  + 'COALESCE IF EXISTS YEAR MONTH DAY NOW ROUND ABS CEIL FLOOR').split(' ').concat('ORDER BY', 'GROUP BY', 'NOT EXISTS');

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: 'var(--good)' },
  { tag: [tags.string, tags.number, tags.literal], color: 'var(--amber)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.atom, tags.meta, tags.operator], color: 'var(--quiet)' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', border: '1px solid var(--edge)', borderRadius: '8px', fontSize: '14px' },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', minHeight: '11rem', maxHeight: '60vh', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '.6rem' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--quiet)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-tooltip': { backgroundColor: 'var(--card)', color: 'var(--ink)', border: '1px solid var(--edge)', borderRadius: '8px', boxShadow: '0 6px 24px rgb(0 0 0 / .18)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--sans)', maxHeight: '19rem', maxWidth: 'min(42rem, 92vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '.25rem .6rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected], .cm-tooltip-autocomplete-disabled ul li[aria-selected]': { background: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { color: 'var(--quiet)', fontStyle: 'normal', fontSize: '.85em', marginInlineStart: '.8em' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionInfo': { maxWidth: '22rem', padding: '.5rem .7rem', fontFamily: 'var(--sans)' },
  '.cm-diagnostic': { padding: '.4rem .7rem', fontFamily: 'var(--sans)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--mark)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, ::selection': { backgroundColor: 'var(--mark)' },
});

async function post(path, body) {
  const reply = await fetch(`${base}${path}?lang=${language}`, { method: 'POST', body });
  return reply.ok ? reply.json() : undefined;
}

const declares = (text, prefix) => new RegExp(`^\\s*PREFIX\\s+${prefix}:`, 'im').test(text);

/** The change that declares a prefix after those that stand already. */
function declaration(text, prefix, namespace) {
  const last = [...text.matchAll(/^\s*(PREFIX|BASE)\b.*\n?/gim)].at(-1);
  const at = last ? last.index + last[0].length : 0;
  const line = `PREFIX ${prefix}: <${namespace}>\n`;
  return { from: at, insert: last && !last[0].endsWith('\n') ? `\n${line}` : last ? line : `${line}\n` };
}

function option(item, say) {
  return {
    label: item.text, displayLabel: item.label, detail: `${item.text} · ${item.count.toLocaleString(document.documentElement.lang)}`,
    type: item.kind, info: item.definition ? () => el('div', {}, item.definition) : undefined,
    section: item.near ? { name: say('workbench.near'), rank: 0 } : undefined,
    apply: (view, _, from, to) => {
      const text = view.state.doc.toString();
      const changes = [{ from, to, insert: item.text }];
      if (item.prefix && !declares(text, item.prefix[0])) changes.unshift(declaration(text, ...item.prefix));
      const set = view.state.changes(changes);
      view.dispatch({ changes: set, selection: { anchor: set.mapPos(to, 1) }, userEvent: 'input.complete' });
    },
  };
}

function completions(say) {
  return async (context) => {
    const text = context.state.doc.toString();
    const word = context.matchBefore(/[\p{L}\p{N}_:<?$-]+/u);
    if (!word && !context.explicit) return null;
    if (word && /^[?$]/.test(word.text)) {
      const names = new Set(text.match(/[?$][\p{L}\p{N}_]+/gu) ?? []);
      names.delete(word.text);
      return { from: word.from, options: [...names].map((label) => ({ label, type: 'variable' })) };
    }
    const answer = await post('/api/complete', JSON.stringify({ text, offset: context.pos }));
    if (!answer || context.aborted) return null;
    const begun = word && /^[a-z_]+$/i.test(word.text) ? word.text.toUpperCase() : undefined;
    const keywords = begun ? KEYWORDS.filter((k) => k.startsWith(begun)).map((label) => ({ label, type: 'keyword' })) : [];
    const options = [...answer.items.map((item) => option(item, say)), ...keywords];
    return options.length > 0 ? { from: answer.from, options, filter: false } : null;
  };
}

async function diagnoses(view) {
  const text = view.state.doc.toString();
  if (!text.trim()) return [];
  const answer = await post('/api/lint', text);
  return (answer?.diagnoses ?? []).map((found) => {
    const line = view.state.doc.line(Math.min(found.line, view.state.doc.lines));
    const from = Math.min(line.from + found.column - 1, line.to);
    return { from, to: Math.min(from + found.length, line.to), severity: found.severity, message: [found.message, found.hint].filter(Boolean).join('\n') };
  });
}

/** Declares a known prefix when its colon is typed. */
function declaring(prefixes) {
  return EditorView.inputHandler.of((view, from, to, typed) => {
    if (typed !== ':') return false;
    const line = view.state.doc.lineAt(from);
    const before = line.text.slice(0, from - line.from);
    const prefix = /(?:^|[\s(^|/{!])([\p{L}\p{N}_-]+)$/u.exec(before)?.[1];
    const text = view.state.doc.toString();
    if (!prefix || !prefixes[prefix] || /^\s*PREFIX\b/i.test(before) || declares(text, prefix)) return false;
    const set = view.state.changes([declaration(text, prefix, prefixes[prefix]), { from, to, insert: ':' }]);
    view.dispatch({ changes: set, selection: { anchor: set.mapPos(to, 1) }, userEvent: 'input.type' });
    return true;
  });
}

/**
 * An editor in a shadow tree, where its styles need no leave from the Content-Security-Policy.
 * `run` is called on Ctrl-Enter, `changed` on every change.
 */
export async function editor(place, text, say, { run, changed }) {
  const prefixes = await (await fetch(`${base}/api/prefixes`)).json();
  const root = place.attachShadow({ mode: 'open' });
  const runKey = { key: 'Mod-Enter', run: (view) => { closeCompletion(view); run(); return true; } };
  return new EditorView({
    root, parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([runKey])), lineNumbers(), history(), highlightActiveLine(), bracketMatching(), closeBrackets(), indentOnInput(),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
        StreamLanguage.define(sparql), syntaxHighlighting(colours), theme, EditorView.lineWrapping,
        autocompletion({ override: [completions(say)], icons: false, activateOnTypingDelay: 120 }),
        linter(diagnoses, { delay: 350 }), lintGutter(), declaring(prefixes),
        EditorView.contentAttributes.of({ 'aria-label': say('workbench.editor'), spellcheck: 'false' }),
        EditorView.updateListener.of((update) => { if (update.docChanged) changed(update.state.doc.toString()); }),
      ],
    }),
  });
}
