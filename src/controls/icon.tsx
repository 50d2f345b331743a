/** Line icons, 20 x 20, drawn in the colour of the text. Decoration: the button beside them has the name. */
export function LineIcon({ d, size = 20 }: { readonly d: string; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

const PATHS = {
  mark: 'M2.5 15.5 7 5.5l4.5 6 6-7v10l-6 3-4.5-4.5z M7 5.5v7.5 M11.5 11.5v6',
  undo: 'M7.5 4.5 4 8l3.5 3.5 M4 8h7.5a4 4 0 0 1 0 8H8',
  redo: 'M12.5 4.5 16 8l-3.5 3.5 M16 8H8.5a4 4 0 0 0 0 8H12',
  reset: 'M5 5v10 M15 5.5v9L8.5 10z',
  display: 'M1.5 10C5.5 4 14.5 4 18.5 10 14.5 16 5.5 16 1.5 10z M10 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  down: 'M6 8l4 4 4-4',
  up: 'M10 16V5 M5.5 9.5 10 5l4.5 4.5',
} as const;

/** Those of the first screen, and of many places. */
export function Icon({ name, size = 20 }: { readonly name: keyof typeof PATHS; readonly size?: number }) {
  return <LineIcon d={PATHS[name]} size={size} />;
}
