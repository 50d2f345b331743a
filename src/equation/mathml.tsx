/** A formula for those who listen: MathML beside KaTeX's own HTML, which is hidden from them. */
import { createContext, memo, startTransition, useContext, useEffect, useState } from 'react';
import { whenQuiet } from '../controls/when-quiet.ts';
import { useSettled } from '../live/rest.ts';
import { formulaMathml, useKatexReady } from './katex-html.ts';

/**
 * Have the formulas in here their MathML? In a part that comes alive late they get it then: until that they have their spoken
 * names, and the HTML of the page is a fifth less of elements.
 */
export const HasMathml = createContext(true);

/** For such a part: false in the HTML, and true once the part is alive and the browser has nothing else to do. */
export function useLateMathml(): boolean {
  const isReady = useKatexReady();
  const [isAlive, setAlive] = useState(false);
  useEffect(() => whenQuiet(() => startTransition(() => setAlive(true))), []);
  return isReady && isAlive;
}

export const Mathml = memo(function Mathml({ tex }: { readonly tex: string }) {
  useKatexReady();
  if (!useContext(HasMathml)) return null;
  return <span className="katex-mathml" data-tex={tex} dangerouslySetInnerHTML={{ __html: formulaMathml(tex) }} />;
});

/** Nobody reads it in the middle of a drag: where each edit gives new TeX, it follows when the drag has come to rest. */
export const MathmlAtRest = memo(function MathmlAtRest({ tex, late = false }: MathmlAtRestProps) {
  const settled = useSettled(tex, late ? null : tex);
  return settled === null ? null : <Mathml tex={settled} />;
});

interface MathmlAtRestProps {
  readonly tex: string;
  /** It is one of many that may come in the middle of a drag: it is not there before the first rest, either. */
  readonly late?: boolean;
}
