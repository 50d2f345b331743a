/** A canvas has no style sheet: what is drawn on it is drawn anew when the page's colours change. */
import { useEffect, useReducer } from 'react';

/** Counts changes of theme and of the screen's resolution. */
export function useThemeChanges(): number {
  const [count, changed] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const queries = [
      '(prefers-color-scheme: dark)',
      '(forced-colors: active)',
      `(resolution: ${devicePixelRatio}dppx)`,
    ];
    const lists = queries.map((query) => matchMedia(query));
    const observer = new MutationObserver(changed);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
    for (const list of lists) list.addEventListener('change', changed);
    return () => {
      observer.disconnect();
      for (const list of lists) list.removeEventListener('change', changed);
    };
  }, []);
  return count;
}
