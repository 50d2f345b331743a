import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fittingScript } from './fitting-script.ts';

/** As much of a document as the script asks of it. */
class Element {
  constructor(
    readonly attributes: Map<string, string>,
    readonly offsetWidth: number,
    readonly others: readonly Element[] = [],
    readonly previousElementSibling: Element | null = null,
  ) {}
  isGone = false;
  querySelectorAll = () => this.others;
  getAttribute = (name: string) => this.attributes.get(name) ?? null;
  setAttribute = (name: string, value: unknown) => void this.attributes.set(name, String(value));
  removeAttribute = (name: string) => void this.attributes.delete(name);
  remove = () => void (this.isGone = true);
}

type Drawing = readonly Readonly<Record<string, string>>[];

function htmlOf(drawing: Drawing): string {
  return drawing
    .map(
      (attributes) =>
        `<p${Object.entries(attributes)
          .map(([name, value]) => ` ${name}="${value}"`)
          .join('')}>`,
    )
    .join('');
}

const number = fc.constantFrom('0', '12', '-63', '9.467', '0.5');
const style = fc.tuple(number, number).map(([x, y]) => `translate:calc(${x}cqw - 50%) ${y}px`);
const attributes = fc.record(
  { class: fc.constantFrom('value', 'value is-beside'), style: fc.oneof(style, number), d: number },
  { requiredKeys: ['class'] },
);

it('makes one drawing the one for a box of that width, and goes', () => {
  const drawings = fc.integer({ min: 1, max: 6 }).chain((length) => {
    const drawing = fc.array(attributes, { minLength: length, maxLength: length });
    return fc.tuple(drawing, drawing, drawing);
  });
  fc.assert(
    fc.property(drawings, fc.nat(2), fc.integer({ min: 0, max: 600 }), (all, drawn, width) => {
      const base = all[drawn] as Drawing;
      const script = fittingScript(htmlOf(base), all.map(htmlOf), [200, 400, 100_000]);
      const [first = new Map<string, string>(), ...others] = base.map((own) => new Map(Object.entries(own)));
      const forOthers = new Element(new Map(), 0);
      const inner = others.map((own) => new Element(own, 0));
      const picture = new Element(first, width, inner, forOthers);
      const itself = new Element(new Map(), 0, [], picture);
      runInNewContext(script, { document: { currentScript: itself } });
      const expected = width === 0 ? base : all[width < 200 ? 0 : width < 400 ? 1 : 2];
      expect([picture, ...inner].map((element) => Object.fromEntries(element.attributes))).toEqual(expected);
      expect([itself.isGone, forOthers.isGone, picture.isGone]).toEqual([true, true, false]);
    }),
  );
});
