/** A formula for those who listen: MathML beside KaTeX's own HTML, which is hidden from them. */
import { memo } from 'react';
import { useSettled } from '../live/rest.ts';
import { formulaMathml, useKatexReady } from './katex-html.ts';

export const Mathml = memo(function Mathml({ tex }: { readonly tex: string }) {
  useKatexReady();
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
