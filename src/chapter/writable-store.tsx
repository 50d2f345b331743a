/**
 * The network at the top where a figure can write it out, else the chapter's network in a store of its own. Figures that
 * need a hidden layer, and an expression that fits, say so and go on with the standing example.
 */
import type { ReactNode } from 'react';
import type { Network } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { derivationOf } from '../facts/derivation-of.ts';
import { memoize } from '../facts/memoize.ts';
import { presetDocument } from '../state/preset-document.ts';
import type { PresetId } from '../state/preset.ts';
import type { CreaseStore } from '../state/store.ts';
import { useCrease } from '../live/live.ts';
import { useCreaseStore } from '../live/use-store.ts';
import { hasManyTerms } from '../equation/rows.ts';
import { ARTICLE, AT_TOP } from '#words/chapter/article.ts';
import { PRESET_WORDS } from '#words/presets.ts';
import { AtTop } from './at-top.tsx';
import { linearised } from './with-activation.ts';
import { useStandingStore } from './standing.tsx';

/** Can it be written out, multiplied out and combined in a few lines? */
const isWritable = memoize((network: Network<Rational>): boolean => {
  const derivation = derivationOf(linearised(network));
  return derivation.steps.length > 0 && !hasManyTerms(derivation);
});

export interface WritableStore {
  readonly store: CreaseStore;
  readonly isStanding: boolean;
}

export function useIsWritable(): boolean {
  return useCrease((known) => isWritable(known.network), []);
}

/** The stage's own store, or a standing one while the stage's network can't be written out. */
export function useWritableStore(fallback: PresetId): WritableStore {
  const stage = useCreaseStore();
  const standing = useStandingStore(fallback);
  const writable = useIsWritable();
  return writable ? { store: stage, isStanding: false } : { store: standing, isStanding: true };
}

/** Says that the figure is a standing example, and offers to open its network at the top. */
export function StandingNote({ preset }: { readonly preset: PresetId }): ReactNode {
  return (
    <span>
      {ARTICLE.notHere} <LoadButton preset={preset} />
    </span>
  );
}

/** Opens a preset at the top. */
export function LoadButton({ preset, children }: { readonly preset: PresetId; readonly children?: ReactNode }) {
  return (
    <AtTop
      className="is-small"
      edit={{ kind: 'load', document: presetDocument(preset), from: { kind: 'preset', id: preset } }}
      done={AT_TOP.opened(PRESET_WORDS[preset].title)}
    >
      {children ?? ARTICLE.loadChapter}
    </AtTop>
  );
}
