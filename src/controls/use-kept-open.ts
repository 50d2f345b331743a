/** Something that the reader has opened is opened again where the page was loaded anew for its sake (`late-code.ts`). */
import { useEffect, useRef } from 'react';
import { isToReopen, setOpen } from '../browser/late-code.ts';

export function useKeptOpen(name: string, isOpen: boolean, reopen: () => void): void {
  const latest = useRef(reopen);
  useEffect(() => {
    latest.current = reopen;
  });
  useEffect(() => {
    // What is there before goes when the network of the link is drawn.
    if (!('opening' in document.documentElement.dataset) && isToReopen(name)) latest.current();
  }, [name]);
  useEffect(() => {
    setOpen(name, isOpen);
    return () => setOpen(name, false);
  }, [name, isOpen]);
}
