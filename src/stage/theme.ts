/** Light or dark: the system's choice until the reader makes one, which is kept. */
import { useSyncExternalStore } from 'react';
import { keepText, keptText, onKeptElsewhere } from '../browser/kept-text.ts';

export type Theme = 'light' | 'dark';

const KEY = 'crease-theme';
const listeners = new Set<() => void>();

function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Redraws when the theme changes. The prerendered page is light. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current, () => 'light');
}

function subscribe(notify: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  listeners.add(notify);
  system.addEventListener('change', notify);
  const follow = (text: string | null) => {
    if ((text === 'light' || text === 'dark') && text !== document.documentElement.dataset.theme) show(text);
  };
  const stop = onKeptElsewhere(KEY, follow);
  // This has come late: another tab may have been faster.
  follow(keptText('localStorage', KEY));
  return () => {
    stop();
    listeners.delete(notify);
    system.removeEventListener('change', notify);
  };
}

export function chooseTheme(theme: Theme): void {
  keepText('localStorage', KEY, theme);
  show(theme);
}

function show(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // The browser's own bars follow; until a choice is made the page's two media queries do that.
  const { backgroundColor } = getComputedStyle(document.body);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]'))
    meta.content = backgroundColor;
  for (const notify of listeners) notify();
}
