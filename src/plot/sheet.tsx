/** The function as a picture: a sheet over two inputs, a curve over one. */
import { useCrease } from '../live/live.ts';
import { CurveSheet } from './curve-sheet.tsx';
import { PlaneSheet } from './plane-sheet.tsx';
import { Trailing } from './trailing.tsx';

/** Fills its parent, which gives it its height (200 px at least). */
export function Sheet() {
  return (
    <Trailing>
      <Picture />
    </Trailing>
  );
}

/** Of the network that it follows, which may be an older one than the page's. */
function Picture() {
  const single = useCrease((known) => known.inputs.length === 1, []);
  return single ? <CurveSheet /> : <PlaneSheet />;
}
