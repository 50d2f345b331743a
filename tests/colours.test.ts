import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Colours live in the style sheets, as custom properties named by meaning; code names the property. */
const LITERALS = [
  // In a string or a template: an id in a link or a private field is not a colour.
  /['"`\s:(,]#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?=['"`\s;),])/gi,
  /\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(\s*[\d.]/gi,
  /\b(?:fill|stroke|color|background(?:-?color)?)\s*[=:]\s*\{?['"](?!none|inherit|transparent|currentColor|var\(|url\()[a-z]+['"]/gi,
];

function colours(text: string): string[] {
  return LITERALS.flatMap((pattern) => [...text.matchAll(pattern)].map(([literal]) => literal));
}

describe('colour literals', () => {
  it('are found by these patterns', () => {
    for (const planted of [
      `fill="#fbfaf6"`,
      `stroke={'#abc'}`,
      'color: rgb(1 2 3)',
      "'hsla(10, 20%, 30%, 1)'",
      'oklch(0.5 0.1 20)',
      `<path fill="red" />`,
      `{ color: 'white' }`,
    ]) {
      expect(colours(planted), planted).not.toEqual([]);
    }
    for (const fine of [`href="#root"`, `fill="none"`, `stroke="var(--h1)"`, `'#preset=chapter-8'`, `this.#add()`]) {
      expect(colours(fine), fine).toEqual([]);
    }
  });

  it('are in no TypeScript source', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
    );
    expect(sources.length).toBeGreaterThan(3);
    const found = sources.flatMap((file) => {
      const text = readFileSync(join('src', file), 'utf8');
      return colours(text).map((literal) => `${file}: ${literal}`);
    });
    expect(found).toEqual([]);
  });
});
