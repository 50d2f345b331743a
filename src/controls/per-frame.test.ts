import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { perFrame } from './per-frame.ts';

describe('a call a frame', () => {
  let frames: Map<number, () => void>;
  let now = 0;
  /** Time goes on until the next frame. */
  const wait = () => (now += 1000 / 60);
  /** What the browser does when it draws. */
  const draw = () => {
    const due = [...frames.values()];
    frames.clear();
    for (const call of due) call();
    wait();
  };
  beforeEach(() => {
    frames = new Map();
    let last = 0;
    now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    vi.stubGlobal('requestAnimationFrame', (call: () => void) => {
      frames.set(++last, call);
      return last;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('comes at once for the first value of a frame, and asks for no other frame', () => {
    const got: number[] = [];
    const { put } = perFrame<number>((value) => got.push(value));
    for (const value of [1, 2, 3]) {
      put(value);
      expect(got.at(-1)).toBe(value);
      expect(frames.size).toBe(0);
      wait();
    }
  });

  it('comes once a frame, with the newest value, however many values come', () => {
    const got: number[] = [];
    const { put } = perFrame<number>((value) => got.push(value));
    put(1);
    put(2);
    put(3);
    expect(got).toEqual([1]);
    draw();
    put(4);
    draw();
    draw();
    expect(got).toEqual([1, 3, 4]);
  });

  it('comes at once when it is flushed, and then not again', () => {
    const got: number[] = [];
    const { put, flush } = perFrame<number>((value) => got.push(value));
    put(1);
    put(2);
    flush();
    flush();
    draw();
    expect(got).toEqual([1, 2]);
  });

  it('does not come once it is dropped', () => {
    const got: number[] = [];
    const { put, flush, drop } = perFrame<number>((value) => got.push(value));
    put(1);
    put(2);
    drop();
    flush();
    draw();
    expect(got).toEqual([1]);
    put(3);
    expect(got).toEqual([1, 3]);
  });
});
