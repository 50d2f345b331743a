/** A view follows what is given and remembers a lot; none of that may be seen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents, edits } from '../../tests/arbitrary-document.ts';
import { PIECEWISE, smallRationals } from '../../tests/arbitrary-network.ts';
import { createCreaseStore } from '../state/store.ts';
import { roomOf } from './fit.ts';
import { planeViews, type ViewGiven } from './plane-view.ts';
import { isLong } from './sheet-model.ts';
import { USUAL_VIEW } from './sheet-view.ts';

/** A mesh of a smooth function takes long: they are in `sheet-history.test.tsx`. */
const KINDS = PIECEWISE;
const room = roomOf({ width: 450, height: 310 }, 30);
const turn = { yaw: -0.6, pitch: 0.4 };
const small = documents({ kinds: KINDS, numbers: smallRationals, maxNodes: 2, maxHiddenLayers: 2 });
const planar = small.filter(({ network }) => network.inputs.length > 1);
const given = { turn, room, view: USUAL_VIEW, delivered: null, progress: null } as const;

describe('the view of a sheet', () => {
  it('at rest is that of a fresh page, whatever has been edited and dragged before', () => {
    fc.assert(
      fc.property(planar, fc.array(fc.tuple(edits, fc.boolean()), { maxLength: 8 }), (document, list) => {
        const follow = planeViews(() => true);
        const store = createCreaseStore({ document, step: 0 });
        const present = () => store.getState().history.present;
        const look = (editing: boolean): ViewGiven => {
          const { network, x } = present();
          return { ...given, network, x, editing };
        };
        for (const [edit, editing] of list) {
          store.getState().actions.edit(edit);
          // A single input has a curve.
          if (present().x.length === 1) return;
          follow(look(editing));
        }
        const after = follow(look(false));
        // Its sheet is a worker's to make.
        if (isLong(after.plane.request.network)) return;
        expect(follow(look(false))).toBe(after);
        const fresh = planeViews(() => true)(look(false));
        expect(after.scene).toEqual(fresh.scene);
        expect(after.point).toEqual(fresh.point);
        expect(after.paint).toEqual(fresh.paint);
        expect(after.plane.ends).toEqual(fresh.plane.ends);
      }),
      { numRuns: 40 },
    );
  });
});
