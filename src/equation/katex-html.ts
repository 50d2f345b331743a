/**
 * KaTeX, one small piece of TeX at a time, remembered by its TeX: a drag renders only the pieces that have changed.
 *
 * KaTeX itself is not needed until the first edit: the page comes with its formulas as HTML, and `seed` takes them from
 * there. Until KaTeX has come a new piece is shown as plain characters.
 */
import { useSyncExternalStore } from 'react';
import { late } from '../browser/late-code.ts';

type Draw = typeof import('./katex-drawing.ts').draw;

let katex: Draw | null = null;
const listeners = new Set<() => void>();

/** So many characters of TeX and of what it became are kept; then the oldest go: numbers that were dragged through. */
const MOST_CHARACTERS = 300_000;

class Drawn {
  readonly #known = new Map<string, string>();
  #characters = 0;

  get(tex: string): string | undefined {
    return this.#known.get(tex);
  }

  set(tex: string, drawn: string): void {
    if (this.#known.has(tex)) return;
    this.#known.set(tex, drawn);
    this.#characters += tex.length + drawn.length;
    for (const [oldest, gone] of this.#known) {
      if (this.#characters <= MOST_CHARACTERS) break;
      this.#known.delete(oldest);
      this.#characters -= oldest.length + gone.length;
    }
  }
}

const html = new Drawn();
const mathml = new Drawn();

let coming: Promise<void> | null = null;
/** Formulas stand there as plain characters, because it could not be had. */
let isMissed = false;

/**
 * Loads KaTeX once; views redraw when it has come. Rejects where it can't be had: the next new formula asks again, and so
 * can the reader (`lateAgain`).
 */
export function loadKatex(ask = late): Promise<void> {
  coming ??= fetchKatex(ask).catch((error: unknown) => {
    coming = null;
    tell();
    throw error;
  });
  return coming;
}

const importKatex = () => import('./katex-drawing.ts');

async function fetchKatex(ask: typeof late): Promise<void> {
  katex = (await ask(importKatex)).draw;
  isMissed = false;
  tell();
}

function tell(): void {
  for (const notify of listeners) notify();
}

/** Takes over the formulas that stand in the page already. */
export function seed(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-tex]')) {
    (element.className === 'katex-mathml' ? mathml : html).set(element.dataset['tex'] ?? '', element.innerHTML);
  }
}

/** Redraws the caller when KaTeX has come. */
export function useKatexReady(): boolean {
  return useSyncExternalStore(subscribe, isReady, isReady);
}

/** Are formulas written as plain characters for want of KaTeX? Not while it is still coming. */
export function useKatexMissed(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isMissed && coming === null,
    () => false,
  );
}

function subscribe(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

function isReady(): boolean {
  return katex !== null;
}

/** What KaTeX draws for a piece of TeX, without its wrappers (`.katex` and `.katex-html` are the caller's). */
export function pieceHtml(tex: string): string {
  return remembered(html, tex, 'html');
}

/** The MathML of a whole formula. */
export function formulaMathml(tex: string): string {
  return remembered(mathml, tex, 'mathml');
}

function remembered(known: Drawn, tex: string, output: Parameters<Draw>[1]): string {
  const hit = known.get(tex);
  if (hit !== undefined) return hit;
  if (!katex) {
    isMissed = true;
    loadKatex().catch(() => undefined);
    return plainCharacters(tex);
  }
  const made = katex(tex, output);
  known.set(tex, made);
  return made;
}

/** For the moment before KaTeX is there: the TeX without its commands. */
function plainCharacters(tex: string): string {
  return tex
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replaceAll('\\_', ' ')
    .replace(/\\(mathrm|operatorname|hat|text)\{([^{}]*)\}/g, '$2')
    .replace(/\\max/g, 'max')
    .replace(/\\[a-zA-Z]+|\\[;,!]|[{}_]/g, '')
    .replace(/[<>&]/g, '');
}
