/**
 * A formula for those who listen: MathML beside KaTeX's own HTML, which is hidden from them. Nobody reads it in the middle
 * of a drag, so it follows when the drag has come to rest.
 */
import { memo } from 'react';
import { useSettled } from '../state/rest.ts';
import { formulaMathml, useKatexReady } from './katex-html.ts';

export const Mathml = memo(function Mathml({ tex }: { readonly tex: string }) {
  useKatexReady();
  const settled = useSettled(tex);
  return (
    <span className="katex-mathml" data-tex={settled} dangerouslySetInnerHTML={{ __html: formulaMathml(settled) }} />
  );
});
