import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WIDTH, formatJson } from '../scripts/format-json.ts';

it('is the same JSON, and no line that could be broken is too long', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat({ max: 30 }), (value, indent) => {
      const text = formatJson(value, indent);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      for (const line of text.split('\n').filter((each) => each.length > WIDTH)) {
        // Only a scalar, or something empty, may be longer with its key.
        expect(line).not.toMatch(/^\s*("(?:[^"\\]|\\.)*": )?(\[[^\]]|\{[^}])/);
      }
    }),
    { numRuns: 500 },
  );
});
