/** JSON for people: what fits on a line is on one line, the rest is indented. */

const WIDTH = 120;
const INDENT = 2;

export function formatJson(value: unknown, indent = 0): string {
  const flat = oneLine(value);
  if (indent + flat.length <= WIDTH || typeof value !== 'object' || value === null) return flat;
  const inner = indent + INDENT;
  const pad = ' '.repeat(inner);
  const items = Array.isArray(value)
    ? value.map((item) => pad + formatJson(item, inner))
    : entries(value).map(([key, item]) => `${pad}${JSON.stringify(key)}: ${formatJson(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${items.join(',\n')}\n${' '.repeat(indent)}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return `{${fields.join(', ')}}`;
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}
