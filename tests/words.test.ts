/** Every word that a reader sees or hears stands in `src/words`. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** What assistive technology says, and what the browser shows, of an element; `spoken` is what our formulas say. */
const READ = /^(?:aria-(?:label|valuetext|description|roledescription|placeholder)|title|alt|placeholder|spoken)$/;

/** One letter is a symbol of mathematics, and the same in every language. */
const isWord = (text: string) => /\p{L}/u.test(text) && !/^\s*[a-z]\s*$/.test(text);

/** The words in one source: text between tags, and literals in attributes that are read. */
function wordsOf(file: string, source: string): string[] {
  const found: string[] = [];
  const look = (value: unknown, inAttribute: boolean): void => {
    if (Array.isArray(value)) return value.forEach((entry) => look(entry, inAttribute));
    if (!isTree(value)) return;
    const text =
      value['type'] === 'JSXText' || (inAttribute && value['type'] === 'Literal')
        ? value['value']
        : inAttribute && value['type'] === 'TemplateElement' && isTree(value['value'])
          ? value['value']['cooked']
          : null;
    if (typeof text === 'string' && isWord(text)) found.push(`${file}: ${text.trim()}`);
    const isCompared = /^[=!]/.test(String(value['operator'])) || value['type'] === 'MemberExpression';
    const isRead =
      value['type'] === 'JSXAttribute' && isTree(value['name']) && READ.test(String(value['name']['name']));
    for (const child of Object.values(value)) look(child, isRead || (inAttribute && !isCompared));
  };
  look(parseSync(file, source).program.body, false);
  return found;
}

describe('words outside src/words', () => {
  it('are found as text, as a label, and in a choice or a template within a label', () => {
    expect(wordsOf('a.tsx', '<p>Hello {name}</p>')).toEqual(['a.tsx: Hello']);
    expect(wordsOf('a.tsx', '<p aria-label="Hello" className="hello" />')).toEqual(['a.tsx: Hello']);
    expect(wordsOf('a.tsx', "<p title={kind === 'linear' ? 'y hat' : `x ${name}`} />")).toEqual(['a.tsx: y hat']);
    expect(wordsOf('a.tsx', '<p spoken={`the ${name}`}>ŷ <i>z</i></p>')).toEqual(['a.tsx: the', 'a.tsx: ŷ']);
  });

  it('there are none', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.tsx$/.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => wordsOf(file, readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });
});
