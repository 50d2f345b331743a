/** JSON whose numbers keep their text: `JSON.parse` would round them. */

/** A number of the JSON as it is written there. */
export interface WrittenNumber {
  readonly number: string;
}

/** Strings, which are left alone, or numbers. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** As `JSON.parse`, SyntaxErrors included, but with a `WrittenNumber` for each number. */
export function parseExactJson(text: string): unknown {
  JSON.parse(text);
  // Now that it is known to be JSON, what looks like a number outside of strings is one.
  return JSON.parse(
    text.replace(STRING_OR_NUMBER, (found) => (found.startsWith('"') ? found : `{"number":"${found}"}`)),
  );
}

export function isWrittenNumber(json: unknown): json is WrittenNumber {
  return typeof json === 'object' && json !== null && 'number' in json && typeof json.number === 'string';
}

/** The same with numbers as `JSON.parse` gives them. */
export function withDoubles(json: unknown): unknown {
  if (isWrittenNumber(json)) return Number(json.number);
  if (Array.isArray(json)) return json.map(withDoubles);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withDoubles(value)]));
}
