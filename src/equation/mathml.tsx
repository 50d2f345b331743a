/**
 * A formula for those who listen: MathML beside KaTeX's own HTML, which is hidden from them. Nobody reads it in the middle
 * of a drag, so it follows when the drag has come to rest.
 */
import { memo, useEffect, useState } from 'react';
import { useDrawn, type Live } from '../state/live.ts';
import { formulaMathml, useKatexReady } from './katex-html.ts';

export const Mathml = memo(function Mathml({ tex }: { readonly tex: string }) {
  useKatexReady();
  const settled = useSettled(tex);
  return (
    <span className="katex-mathml" data-tex={settled} dangerouslySetInnerHTML={{ __html: formulaMathml(settled) }} />
  );
});

/** After a change it takes so long until what is only listened to follows, ms. */
const SETTLE_MS = 250;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** A live value as it was when it came to rest; redraws only then. */
export function useRested<T>(live: Live<T>): T {
  const [rested, setRested] = useState(useDrawn(live));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const rest = () => setRested(live.get);
    const stop = live.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(rest, SETTLE_MS);
    });
    rest();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [live]);
  return rested;
}
