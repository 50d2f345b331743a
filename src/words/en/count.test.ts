import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countText } from './count.ts';
import { counted } from './verdict-words.ts';

it('a count beyond the words looks the same wherever it is said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 13, max: 10 ** 6 }), (count) => {
      const said = counted(count, 'flat piece');
      expect(said).toBe(countText(count, 'flat piece'));
      expect(Number(said.replaceAll(',', '').replace(' flat pieces', ''))).toBe(count);
    }),
  );
});
