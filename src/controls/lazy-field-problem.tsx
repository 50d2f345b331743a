/** The sentence under a field that does not take what was typed: it is fetched before anything can be typed. */
import { Suspense } from 'react';
import type { FieldProblemProps } from './field-problem.tsx';
import { lazyPart } from './lazy-part.tsx';

const Problem = lazyPart(async () => (await import('./field-problem.tsx')).FieldProblem);

export const loadFieldProblem = Problem.ahead;

export function FieldProblem(props: FieldProblemProps) {
  return (
    <Suspense>
      <Problem {...props} />
    </Suspense>
  );
}
