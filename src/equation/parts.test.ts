import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documents } from '../../tests/arbitrary-document.ts';
import { rational } from '../number/rational.ts';
import { parameterKey, parametersOf, type Parameter } from '../model/network.ts';
import type { Document } from '../state/document.ts';
import { knowledgeOf } from '../live/knowledge.ts';
import { createCreaseStore } from '../state/store.ts';
import { groupsOf, isLong, partsOf, runsOf } from './parts.ts';
import { selectRows, type Row } from './rows.ts';

/** Short and long ones, of both signs; 0 and 1. */
const numbers = fc.oneof(
  fc.constantFrom(...[0, 1, -1].map((n) => rational(n))),
  fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom(1, 10, 100, 3, 7)).map(([n, d]) => rational(n, d)),
);
/** With names that leave little room. */
const drawn = documents({ numbers, maxNodes: 2, maxHiddenLayers: 3 }).map(({ network, x }): Document => ({
  network: { ...network, inputs: network.inputs.map((_, i) => `temperature${i}`) },
  x,
}));

/** The keys of the elements that the control of a weight or bias lies in, in each line that has one. */
function placesOf(rows: readonly Row[], parameter: Parameter): Map<number, string> {
  const wanted = parameterKey(parameter);
  const places = new Map<number, string>();
  for (const { number, line, segments } of rows) {
    if (line.kind !== 'writeOut') continue;
    for (const group of groupsOf(segments)) {
      for (const term of group.terms) {
        for (const run of runsOf(term)) {
          for (const part of partsOf(run)) {
            if (part.segments.some((segment) => segment.parameter && parameterKey(segment.parameter) === wanted))
              places.set(number, [group, term, run, part].map(({ key }) => key).join(' > '));
          }
        }
      }
    }
  }
  return places;
}

describe('the elements of a line', () => {
  it('hold the control of a number that is edited wherever its value goes', () => {
    let found = 0;
    let broken = 0;
    fc.assert(
      fc.property(drawn, fc.nat(), fc.array(numbers, { minLength: 2, maxLength: 4 }), (document, choice, values) => {
        const parameters = parametersOf(document.network);
        const parameter = parameters[choice % parameters.length];
        if (!parameter) return;
        const known = knowledgeOf(createCreaseStore({ document, step: 0 }));
        const { actions } = known;
        const atRest = placesOf(selectRows(known), parameter);
        actions.setActive(parameterKey(parameter));
        actions.begin();
        const longBefore = new Map<string, boolean>();
        const places = new Map(atRest);
        for (const value of values) {
          actions.edit({ kind: 'setParameter', parameter, value });
          const rows = selectRows(known);
          const now = placesOf(rows, parameter);
          // A line may lose a node that has become constant, with all that it holds.
          for (const [line, place] of now) expect(places.get(line) ?? place).toBe(place);
          for (const [line, place] of now) places.set(line, place);
          found += now.size;
          for (const { number, segments } of rows) {
            for (const term of groupsOf(segments).flatMap((group) => group.terms)) {
              const key = `${number} ${term.key}`;
              if (longBefore.has(key) && longBefore.get(key) !== isLong(term)) broken++;
              longBefore.set(key, isLong(term));
            }
          }
        }
      }),
      { numRuns: 400 },
    );
    // Else it would have said nothing.
    expect(found).toBeGreaterThan(100);
    expect(broken).toBeGreaterThan(2);
  });

  it('are all of the line, each segment at its place', () => {
    fc.assert(
      fc.property(drawn, (document) => {
        for (const { segments } of selectRows(knowledgeOf(createCreaseStore({ document, step: 0 })))) {
          const parts = groupsOf(segments).flatMap((g) => g.terms.flatMap((t) => runsOf(t).flatMap(partsOf)));
          expect(parts.flatMap((part) => part.segments)).toEqual(segments);
          for (const part of parts) expect(segments[part.from]).toBe(part.segments[0]);
        }
      }),
    );
  });

  it('have keys of their own beside each other', () => {
    fc.assert(
      fc.property(drawn, (document) => {
        const expectDifferent = (cuts: readonly { readonly key: string }[]) =>
          expect(new Set(cuts.map(({ key }) => key)).size).toBe(cuts.length);
        for (const { segments } of selectRows(knowledgeOf(createCreaseStore({ document, step: 0 })))) {
          const groups = groupsOf(segments);
          expectDifferent(groups);
          for (const { terms } of groups) {
            expectDifferent(terms);
            for (const run of terms.flatMap(runsOf)) expectDifferent(partsOf(run));
          }
        }
      }),
    );
  });
});
