import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { perFrame } from './per-frame.ts';

describe('a call a frame', () => {
  let frames: Map<number, () => void>;
  /** What the browser does when it draws. */
  const draw = () => {
    const due = [...frames.values()];
    frames.clear();
    for (const call of due) call();
  };
  beforeEach(() => {
    frames = new Map();
    let last = 0;
    vi.stubGlobal('requestAnimationFrame', (call: () => void) => {
      frames.set(++last, call);
      return last;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('gets the newest value', () => {
    const got: number[] = [];
    const { put } = perFrame<number>((value) => got.push(value));
    put(1);
    put(2);
    expect(got).toEqual([]);
    draw();
    put(3);
    draw();
    draw();
    expect(got).toEqual([2, 3]);
  });

  it('comes at once when it is flushed, and then not again', () => {
    const got: number[] = [];
    const { put, flush } = perFrame<number>((value) => got.push(value));
    put(1);
    flush();
    flush();
    draw();
    expect(got).toEqual([1]);
  });

  it('does not come once it is dropped', () => {
    const got: number[] = [];
    const { put, flush, drop } = perFrame<number>((value) => got.push(value));
    put(1);
    drop();
    flush();
    draw();
    expect(got).toEqual([]);
    put(2);
    draw();
    expect(got).toEqual([2]);
  });
});
