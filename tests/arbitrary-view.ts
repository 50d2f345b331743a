/** How a page is looked at, and what else stands in a link beside the network, as it is written. */
import fc from 'fast-check';

/** At least one item. */
export const views: fc.Arbitrary<string> = fc.constantFrom('hidden', 'projector', 'hidden;projector');

/** The parts of a link that belong to one place of the page each. */
export const placeParts: fc.Arbitrary<string> = fc
  .record(
    {
      fit: fc.constantFrom('data:v', 'data:xor;step:3'),
      sheet: fc.constantFrom('above', 'axes:1,2;turn:3,40'),
      view: views,
    },
    { requiredKeys: [] },
  )
  .map((parts) =>
    Object.entries(parts)
      .map(([name, text]) => `${name}=${text}`)
      .join('&'),
  )
  .filter((parts) => parts !== '');
