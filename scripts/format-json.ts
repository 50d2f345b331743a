/** JSON for people: what fits on a line is on one line, the rest is indented. */

export const WIDTH = 120;
const INDENT = 2;

/** `indent` is where the lines after the first one start, `used` what stands before the value on its own line. */
export function formatJson(value: unknown, indent = 0, used = indent): string {
  const flat = oneLine(value);
  if (used + flat.length < WIDTH || typeof value !== 'object' || value === null) return flat; // leaves room for a comma
  const inner = indent + INDENT;
  const pad = ' '.repeat(inner);
  const items = Array.isArray(value)
    ? value.map((item) => pad + formatJson(item, inner))
    : entries(value).map(([key, item]) => {
        const label = `${pad}${JSON.stringify(key)}: `;
        return label + formatJson(item, inner, label.length);
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return items.length === 0 ? flat : `${open}\n${items.join(',\n')}\n${' '.repeat(indent)}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return `{${fields.join(', ')}}`;
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}
