// Makes elements, says texts in the language of the page, and knows where the server's root is.

const root = document.documentElement;

export const language = root.lang.startsWith('zh') ? 'zh' : 'en';
export const base = document.body.dataset.base ?? '';

/** The texts of a part of the interface, as a function from key and values to the text. */
export async function speaker(part) {
  const texts = (await import(`./texts/${part}.${language}.js`)).default;
  return (key, ...values) => values.reduce((said, value, i) => said.replaceAll(`{${i}}`, value), texts[key] ?? key);
}

const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

/** An element; an attribute `onclick` is a listener, and one without value is left out. */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An element of a drawing. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** A picture of 16 × 16 for a button, drawn with the colour of its text. */
export function icon(path) {
  return svg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', class: 'icon' },
    svg('path', { d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
}

/** Tells a screen reader, and nobody else, what has happened. */
export function announce(text) {
  let region = document.getElementById('announcement');
  if (!region) {
    region = el('p', { id: 'announcement', role: 'status', class: 'unseen' });
    document.body.append(region);
  }
  region.textContent = text;
}
