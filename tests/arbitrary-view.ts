/** How a page is looked at, and what else stands in a link beside the network, as it is written. */
import fc from 'fast-check';

const axes = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .filter(([first, second]) => first !== second);
const turns = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: 8, max: 80 }));

/** At least one item. */
export const views: fc.Arbitrary<string> = fc
  .record({
    above: fc.boolean(),
    axes: fc.option(axes),
    hidden: fc.boolean(),
    projector: fc.boolean(),
    turn: fc.option(turns),
  })
  .map((items) =>
    Object.entries(items)
      .flatMap(([key, value]) => (value === true ? [key] : value ? [`${key}:${value.join(',')}`] : []))
      .join(';'),
  )
  .filter((view) => view !== '');

/** The parts of a link that belong to one place of the page each. */
export const placeParts: fc.Arbitrary<string> = fc
  .record({ fit: fc.constantFrom('data:v', 'data:xor;step:3'), view: views }, { requiredKeys: [] })
  .map((parts) =>
    Object.entries(parts)
      .map(([name, text]) => `${name}=${text}`)
      .join('&'),
  )
  .filter((parts) => parts !== '');
