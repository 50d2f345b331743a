/** The function as a picture: a sheet over two inputs, a curve over one. */
import { useCrease } from '../live/live.ts';
import { CurveSheet } from './curve-sheet.tsx';
import { PlaneSheet } from './plane-sheet.tsx';
import { LinkedView, OwnView } from './sheet-view-store.tsx';
import { Trailing } from './trailing.tsx';

export interface SheetProps {
  /** The link holds how it is looked at. */
  readonly isLinked?: boolean;
}

/** Fills its parent, which gives it its height (200 px at least). */
export function Sheet({ isLinked = false }: SheetProps) {
  const View = isLinked ? LinkedView : OwnView;
  return (
    <View>
      <Trailing>
        <Picture />
      </Trailing>
    </View>
  );
}

/** Of the network that it follows, which may be an older one than the page's. */
function Picture() {
  const single = useCrease((known) => known.inputs.length === 1, []);
  return single ? <CurveSheet /> : <PlaneSheet />;
}
