/**
 * Can a question be asked here? On a live page, yes. In the HTML of the build (and during hydration), and on paper, no:
 * there every answer is shown. But where the answers are hidden, paper is a worksheet.
 */
import { useSyncExternalStore } from 'react';
import { useAreHidden } from './at-top.tsx';

export function useAnswerable(): boolean {
  const areHidden = useAreHidden();
  return useSyncExternalStore(subscribe, isOnScreen, () => false) || areHidden;
}

function isOnScreen(): boolean {
  return !printing && !matchMedia('print').matches;
}

/** Between `beforeprint` and `afterprint`: the page is laid out for paper before the media query says so. */
let printing = false;

function subscribe(notify: () => void): () => void {
  const paper = matchMedia('print');
  const begin = () => {
    printing = true;
    notify();
  };
  const end = () => {
    printing = false;
    notify();
  };
  paper.addEventListener('change', notify);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    paper.removeEventListener('change', notify);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}
