import { describe, expect, it } from 'vitest';
import { decode, encode } from './codec.ts';
import { isWithinLimits } from './document-limits.ts';
import { DEFAULT_PRESET, PRESETS, presetById } from './preset.ts';

describe('presets', () => {
  it.each(PRESETS)('L6 $id opens, within the limits, and is written as a link writes it', ({ link }) => {
    const shared = decode(link);
    if (!shared?.ok) throw new Error(JSON.stringify(shared?.error));
    expect(isWithinLimits(shared.value.document)).toBe(true);
    expect(shared.value.step).toBe(0);
    expect(encode(shared.value)).toBe(link);
  });

  it('L6 have ids of their own, which an address can hold', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
    for (const { id } of PRESETS) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  it('L6 are found by id, the default too', () => {
    for (const preset of PRESETS) expect(presetById(preset.id)).toBe(preset);
    expect(presetById(DEFAULT_PRESET)).toBeDefined();
    expect(presetById('chapter-9')).toBeUndefined();
    expect(presetById('toString')).toBeUndefined();
  });

  it('L6 are all different', () => {
    expect(new Set(PRESETS.map(({ link }) => link)).size).toBe(PRESETS.length);
  });
});
