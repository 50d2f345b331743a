/** The exact engine, which comes when the first network bends. */
import { provideEngine } from '../facts/engine.ts';
import { late, lateAgain } from './late-code.ts';

type Engine = typeof import('./engine-parts.ts');

let engine: Engine | null = null;
let coming: Promise<Engine> | null = null;

/** Null until it has come. */
export function engineNow(): Engine | null {
  return engine;
}

const importEngine = () => import('./engine-parts.ts');

/** If it fails to come, whoever needs it next asks for it again. `again`: the reader asks. */
export function loadEngine(again = false): Promise<Engine> {
  coming ??= (again ? lateAgain : late)(importEngine).then(
    (loaded) => {
      engine = loaded;
      provideEngine(loaded);
      return loaded;
    },
    (error: unknown) => {
      coming = null;
      throw error;
    },
  );
  return coming;
}
