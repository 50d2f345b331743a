/** Where a popover goes is worked out by code that comes while the page is quiet: until then the browser puts it in the middle. */
type Placing = typeof import('./popover.ts');

let placing: Placing | null = null;
let coming: Promise<void> | null = null;

/** Always the same promise. It resolves where the code does not come, too: a popover can be read in the middle. */
export function loadPlacing(): Promise<void> {
  coming ??= import('./popover.ts').then(
    (code) => {
      placing = code;
    },
    () => undefined,
  );
  return coming;
}

/** What has to be waited for; null where the code is there: React takes a while over any promise. */
export function placingToCome(): Promise<void> | null {
  return placing ? null : loadPlacing();
}

/** At once where the code is there. */
export function withPlacing(place: (placing: Placing) => void): void {
  if (placing) place(placing);
  else void loadPlacing().then(() => placing && place(placing));
}
