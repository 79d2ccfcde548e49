// RDF terms as the lines of N-Triples and of SPARQL's tab-separated values write them.

const ESCAPES = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const NUMERIC = /^(integer|decimal|double|float|long|int|short|byte|nonNegativeInteger|positiveInteger)$/;
const TEMPORAL = /^(date|dateTime|gYear|gYearMonth)$/;

function unescape(text) {
  return text.replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\(.)/g, (_, four, eight, one) =>
    four || eight ? String.fromCodePoint(parseInt(four ?? eight, 16)) : ESCAPES[one] ?? one);
}

/** The term that a text writes; undefined where nothing is bound. */
export function parse(text) {
  if (text === '') return undefined;
  if (text.startsWith('<<')) return { type: 'triple', value: text };
  if (text.startsWith('<')) return { type: 'iri', value: unescape(text.slice(1, -1)) };
  if (text.startsWith('_:')) return { type: 'blank', value: text };
  const literal = /^"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<(.*)>|\^\^(\S+))?$/s.exec(text) ?? /^'((?:[^'\\]|\\.)*)'(?:@([\w-]+)|\^\^<(.*)>)?$/s.exec(text);
  if (literal) return { type: 'literal', value: unescape(literal[1]), language: literal[2] ?? '', datatype: literal[3] ?? '' };
  if (/^[+-]?[\d.]+([eE][+-]?\d+)?$/.test(text)) return { type: 'literal', value: text, language: '', datatype: `${XSD}decimal` };
  return { type: 'literal', value: text, language: '', datatype: /^(true|false)$/.test(text) ? `${XSD}boolean` : '' };
}

/** The three terms of a line of N-Triples. */
export function triple(line) {
  const found = /^(<<\(.*?\)>>|<[^>]*>|_:\S+)\s+(<[^>]*>)\s+(.*?)\s*\.\s*$/s.exec(line);
  return found ? found.slice(1, 4).map(parse) : undefined;
}

const kind = (term) => (term?.datatype?.startsWith(XSD) ? term.datatype.slice(XSD.length) : '');

export const isNumber = (term) => NUMERIC.test(kind(term));
export const isDate = (term) => TEMPORAL.test(kind(term));

/** The short name of an IRI, where there is no label. */
export function shortName(iri) {
  const rest = iri.replace(/[/#]$/, '');
  return decodeURIComponent(rest.slice(Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('#')) + 1).replace(/%(?![0-9a-fA-F]{2})/g, '%25')) || iri;
}
