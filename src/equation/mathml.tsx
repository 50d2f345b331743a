/** A formula for those who listen: MathML beside KaTeX's own HTML, which is hidden from them. */
import { createContext, memo, startTransition, useContext, useEffect, useState, type ReactNode } from 'react';
import { whenQuiet } from '../controls/when-quiet.ts';
import { useSettled } from '../live/rest.ts';
import { formulaMathml, useKatexReady } from './katex-html.ts';

/** Have the formulas in here their MathML? */
const HasMathml = createContext(true);

/**
 * Around a part of the page. Its formulas have only their spoken names until it is alive and the browser has nothing else to
 * do: the HTML is a fifth less of elements by it.
 */
export function LateMathml({ children }: { readonly children: ReactNode }) {
  const isReady = useKatexReady();
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => whenQuiet(() => startTransition(() => setQuiet(true))), []);
  return <HasMathml value={isReady && isQuiet}>{children}</HasMathml>;
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
