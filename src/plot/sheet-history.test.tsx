/**
 * What a sheet shows after anything that a reader does: edits, other activations, other shapes, undo and redo, with a piece
 * of it pointed at all the while. A pattern of a network that is gone must never be asked of another.
 */
import fc from 'fast-check';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { documents, edits } from '../../tests/arbitrary-document.ts';
import { smallRationals } from '../../tests/arbitrary-network.ts';
import { ACTIVATION_KINDS } from '../activation/activation.ts';
import { isPiecewiseLinearNetwork, type Network } from '../model/network.ts';
import { isPatternOf } from '../algebra/pattern-form.ts';
import type { Rational } from '../number/rational.ts';
import { sliceNetwork } from '../algebra/slice.ts';
import type { Document } from '../state/document.ts';
import type { Edit } from '../state/edit.ts';
import { createCreaseStore } from '../state/store.ts';
import type { Live } from '../live/live.ts';
import { StoreContext } from '../live/use-store.ts';
import { currentPoint } from './current-point.ts';
import { exactCurve, sampledCurve } from './curve.ts';
import { PieceCaption, captionOf } from './piece-caption.tsx';
import { sampler } from './sample.ts';
import { Sheet } from './sheet.tsx';
import { isLong, makeSheet } from './sheet-model.ts';
import { pointedPattern, type Pointed } from './use-pointed.ts';
import { defaultWindow, type Interval } from './view-window.ts';

type Act =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'undo' | 'redo' | 'leave' | 'follow' }
  | { readonly kind: 'point' | 'list'; readonly which: number };

const shaped: fc.Arbitrary<Edit> = fc.oneof(
  edits,
  fc
    .constantFrom(...ACTIVATION_KINDS.filter((kind) => kind !== 'leakyRelu'))
    .map((kind): Edit => ({ kind: 'setAllActivations', activation: { kind } })),
  fc.constantFrom<Edit>({ kind: 'addNode', layer: 0 }, { kind: 'removeNode', at: { layer: 0, node: 0 } }),
);
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: shaped.map((edit): Act => ({ kind: 'edit', edit })) },
  { weight: 3, arbitrary: fc.constantFrom<Act>({ kind: 'undo' }, { kind: 'undo' }, { kind: 'redo' }) },
  { weight: 1, arbitrary: fc.constantFrom<Act>({ kind: 'leave' }, { kind: 'follow' }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom<'point' | 'list'>('point', 'list'), which: fc.nat() }) },
);

const still = <T,>(value: T): Live<T> => ({
  get: () => value,
  initial: () => value,
  isAtStart: () => true,
  subscribe: () => () => undefined,
});

/** The patterns that the reader can point at. */
function patternsOn({ network, x }: Document): string[] {
  const window = (slice: Network<Rational>, at: readonly Rational[]) => defaultWindow(slice, at);
  if (network.inputs.length === 1) {
    const ends = window(network, x)[0] as Interval;
    const curve = isPiecewiseLinearNetwork(network) ? exactCurve(network, ends) : sampledCurve(sampler(network), ends);
    return curve.stretches.map(({ pattern }) => pattern);
  }
  const slice = sliceNetwork(network, x, [0, 1]);
  if (isLong(slice)) return [];
  return makeSheet({ network: slice, window: window(slice, x.slice(0, 2)), draft: true }).surface.faces.map(
    ({ pattern }) => pattern,
  );
}

const small = documents({ kinds: ACTIVATION_KINDS, numbers: smallRationals, maxNodes: 2, maxHiddenLayers: 2 });

describe('the sheet', () => {
  it('shows every network that edits, undo and redo give, whatever is pointed at', () => {
    let pointedAfterAChange = 0;
    fc.assert(
      fc.property(small, fc.nat(), fc.array(acts, { minLength: 6, maxLength: 14 }), (document, which, list) => {
        const store = createCreaseStore({ document, step: 0 });
        const { actions } = store.getState();
        let pointed: Pointed = null;
        for (const act of [{ kind: 'point', which } as const, ...list]) {
          const { network } = store.getState().history.present;
          switch (act.kind) {
            case 'edit':
              actions.edit(act.edit);
              break;
            case 'undo':
            case 'redo':
              actions[act.kind]();
              break;
            case 'leave':
              pointed = null;
              break;
            case 'follow':
              pointed = 'currentInput';
              break;
            case 'point':
            case 'list': {
              const patterns = patternsOn(store.getState().history.present);
              const pattern = patterns[act.which % patterns.length];
              if (pattern === undefined) break;
              if (act.kind === 'point') pointed = { network, pattern };
              else actions.pointAtPiece(new Set([pattern]));
            }
          }
          const { network: now, x } = store.getState().history.present;
          const here = currentPoint(now, x).pattern;
          const pattern: string | null = pointedPattern(pointed, now, here);
          if (now !== network && pointed !== null) pointedAfterAChange++;
          if (pattern !== null && isPiecewiseLinearNetwork(now)) expect(isPatternOf(now, pattern)).toBe(true);
          const page = renderToString(
            <StoreContext.Provider value={store}>
              <Sheet />
              <PieceCaption
                caption={still(
                  captionOf({ network: now, pattern: pattern ?? here, pointed: pattern !== null, height: '1' }),
                )}
              />
            </StoreContext.Provider>,
          );
          expect(page).toContain('role="img"');
        }
      }),
      { numRuns: 12 },
    );
    expect(pointedAfterAChange).toBeGreaterThan(0);
  });
});
