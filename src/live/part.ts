/**
 * A store's state, part by part: each part that somebody reads is a signal of its own. Records that an edit does not touch
 * keep their identity, so a new state is compared with the old one from the top, and only where something has changed.
 */
import { Cell, tellListeners, type Follower } from './signal.ts';

export interface Source<S> {
  readonly getState: () => S;
  readonly subscribe: (listener: () => void) => () => void;
}

type PartOf<T, K> = K extends keyof NonNullable<T>
  ? undefined extends T
    ? NonNullable<T>[K] | undefined
    : T extends readonly unknown[]
      ? T[K] | undefined
      : NonNullable<T>[K]
  : never;

/** What all parts of one store share. */
interface Trunk {
  /** Brings all parts up to date. */
  readonly pull: () => void;
  /** One more follower, or one less: while there are any, the store is listened to. */
  readonly count: (change: 1 | -1) => void;
}

export class Part<T> extends Cell<T> {
  readonly #trunk: Trunk;
  readonly #parts = new Map<PropertyKey, Part<unknown>>();

  constructor(value: T, trunk: Trunk) {
    super(value);
    this.#trunk = trunk;
  }

  /** What stands under this key; undefined for as long as there is nothing. */
  part<K extends keyof NonNullable<T>>(key: K): Part<PartOf<T, K>> {
    this.refresh();
    const part = this.#parts.get(key) ?? new Part(under(this.value(), key), this.#trunk);
    this.#parts.set(key, part);
    return part as Part<PartOf<T, K>>;
  }

  put(value: T): void {
    if (Object.is(value, this.value())) return;
    this.write(value);
    for (const [key, part] of this.#parts) part.put(under(value, key as keyof NonNullable<T>));
  }

  override refresh(): void {
    this.#trunk.pull();
  }

  override follow(follower: Follower): void {
    super.follow(follower);
    this.#trunk.count(1);
  }

  override leave(follower: Follower): void {
    super.leave(follower);
    this.#trunk.count(-1);
  }
}

function under<T>(value: T, key: keyof NonNullable<T>): unknown {
  return value?.[key];
}

/** The whole state of a store. The store is asked whenever something is read, and listened to while something is followed. */
export function partsOf<S>({ getState, subscribe }: Source<S>): Part<S> {
  let followers = 0;
  let stop: () => void = () => undefined;
  const pull = () => root.put(getState());
  const root: Part<S> = new Part(getState(), {
    pull,
    count: (change) => {
      followers += change;
      if (change === 1 && followers === 1) {
        stop = subscribe(() => {
          pull();
          tellListeners();
        });
      } else if (followers === 0) {
        stop();
      }
    },
  });
  return root;
}
