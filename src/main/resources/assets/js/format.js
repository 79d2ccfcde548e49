// Sets a query out anew: a pattern on each line, indented by its depth; comments and strings stay as they are.

const TOKEN = /#[^\n]*|<[^<>"{}|^`\s]*>|"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[?$@]?[\p{L}\p{N}_-]*:?(?:[\p{L}\p{N}_:%-]|\.(?=[\p{L}\p{N}_]))+|[\p{L}\p{N}_-]*:|\^\^|\|\||&&|[!<>]=|[^\s]|\s+/gu;
const OUTER = /^(prefix|base|select|construct|describe|ask|from|order|group|having|limit|offset|values)$/i;
const INNER = /^(optional|filter|bind|minus|graph|service|values|select|order|group|having|limit)$/i;
const KEYWORD = /^(prefix|base|select|distinct|reduced|construct|describe|ask|where|from|named|order|group|by|having|limit|offset|values|optional|filter|bind|union|minus|graph|service|as|in|not|exists|undef|asc|desc)$/i;

class Layout {
  lines = [];
  line = '';
  depth = 0;
  round = 0;
  continued = false;
  broken = false;

  end() {
    if (this.line.trim()) this.lines.push('  '.repeat(this.depth + (this.continued ? 1 : 0)) + this.line.trim());
    this.line = '';
    this.continued = false;
  }

  begins(token) {
    if (this.round > 0 || !this.line.trim() || this.line.endsWith('^^')) return false;
    if (/^(from|order|group|not|named)\s*$/i.test(this.line.trim())) return false;
    return (this.depth === 0 ? OUTER : INNER).test(token);
  }

  take(token) {
    if (token.startsWith('#')) {
      if (this.broken) this.end();
      this.line += token;
      this.end();
    } else if (token === '{') {
      if (/^FILTER\b.*\)\s*$/.test(this.line)) this.end();
      this.line = `${this.line.trimEnd()} {`;
      this.end();
      this.depth += 1;
    } else if (token === '}') {
      this.end();
      this.depth = Math.max(0, this.depth - 1);
      this.line = '} ';
    } else if (this.round === 0 && this.depth > 0 && /^[.;]$/.test(token)) {
      const more = token === ';';
      this.line = this.line.trim() === '}' ? '} .' : `${this.line.trimEnd()} ${token}`;
      this.end();
      this.continued = more;
    } else {
      if (this.line.startsWith('} ') && this.depth > 0 && !/^union$/i.test(token)) this.end();
      else if (this.begins(token)) this.end();
      if (token === '(') this.round += 1;
      if (token === ')') this.round = Math.max(0, this.round - 1);
      this.line += KEYWORD.test(token) ? token.toUpperCase() : token;
      if (this.depth === 0 && /^(PREFIX|BASE)\b.*>$/.test(this.line)) this.end();
    }
  }

  blank(space) {
    this.broken = space.includes('\n');
    if (this.line && !this.line.endsWith(' ')) this.line += ' ';
    if (this.depth === 0 && /\n\s*\n/.test(space) && this.lines.length > 0) {
      this.end();
      if (this.lines.at(-1) !== '') this.lines.push('');
    }
  }
}

/** The text of a query, set out anew. */
export function format(text) {
  const layout = new Layout();
  for (const token of text.match(TOKEN) ?? []) {
    if (/^\s/.test(token)) layout.blank(token);
    else layout.take(token);
  }
  layout.end();
  return layout.lines.join('\n').trim();
}
