/** The icons of the sheet's buttons. */
import { LineIcon } from '../controls/icon.tsx';

const PATHS = {
  turnLeft: 'M12 5l-5 5 5 5',
  turnRight: 'M8 5l5 5-5 5',
  tiltUp: 'M4 14.5h12 M10 11.5V4 M6.8 7.2 10 4l3.2 3.2',
  tiltDown: 'M4 5.5h12 M10 8.5V16 M6.8 12.8 10 16l3.2-3.2',
  above: 'M4.5 4.5h11v11h-11z M4.5 12.2 12.2 4.5 M8 15.5l7.5-7.5',
  view: 'M3.5 6.5h6 M13.5 6.5h3 M11.5 4.5v4 M3.5 13.5h3 M10.5 13.5h6 M8.5 11.5v4',
} as const;

export function SheetIcon({ name }: { readonly name: keyof typeof PATHS }) {
  return <LineIcon d={PATHS[name]} />;
}
