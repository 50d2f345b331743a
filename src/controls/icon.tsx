/** Line icons, 20 x 20, drawn in the colour of the text. Decoration: the button beside them has the name. */
const PATHS = {
  mark: 'M2.5 15.5 7 5.5l4.5 6 6-7v10l-6 3-4.5-4.5z M7 5.5v7.5 M11.5 11.5v6',
  undo: 'M7.5 4.5 4 8l3.5 3.5 M4 8h7.5a4 4 0 0 1 0 8H8',
  redo: 'M12.5 4.5 16 8l-3.5 3.5 M16 8H8.5a4 4 0 0 0 0 8H12',
  reset: 'M5 5v10 M15 5.5v9L8.5 10z',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z M10 2v1.6 M10 16.4V18 M2 10h1.6 M16.4 10H18 M4.3 4.3l1.2 1.2 M14.5 14.5l1.2 1.2 M4.3 15.7l1.2-1.2 M14.5 5.5l1.2-1.2',
  moon: 'M16 11.6A6.5 6.5 0 0 1 8.4 4 6.5 6.5 0 1 0 16 11.6z',
  down: 'M6 8l4 4 4-4',
  up: 'M10 16V5 M5.5 9.5 10 5l4.5 4.5',
} as const;

export function Icon({ name, size = 20 }: { readonly name: keyof typeof PATHS; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
