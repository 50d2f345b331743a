import fc from 'fast-check';
import { expect, it } from 'vitest';
import { names } from '../../../tests/arbitrary-document.ts';
import { shortName } from './short-name.ts';

it('a name is whole, or its beginning and an ellipsis, with no letter parted from its marks', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 2, max: 30 }), (name, room) => {
      const short = shortName(name, room);
      if ([...name].length <= room) expect(short).toBe(name);
      if (short === name) return;
      const [, start = ''] = /^(.*)…$/u.exec(short) ?? [];
      expect(name.startsWith(start)).toBe(true);
      expect(start).not.toBe('');
      expect(/^[\p{M}\u200d]/u.test(name.slice(start.length))).toBe(false);
      expect(short.replace(/[\p{M}\u200d]/gu, '').length).toBeLessThanOrEqual(2 * room);
    }),
  );
});
