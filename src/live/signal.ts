/**
 * Values that follow one another. A `Cell` is written from outside; a `Computed` is made of others, and remembers which it
 * has read. A listener is called when the value itself has changed, and not when something behind it has.
 *
 * When a cell is written, what is made of it is marked as out of date, and nothing is computed. Then each listener that may
 * be concerned looks at its own value, which brings it up to date on the way: each computation runs at most once, and only
 * if something that it has read is another one. What nobody listens to is brought up to date when it is read.
 */

/** Stands for values that are made of this one, and for those who listen to it. */
export interface Follower {
  readonly mark: () => void;
}

/** Who is being computed now: what it reads, it depends on. */
let reader: Computed<unknown> | null = null;

export abstract class Signal<T> {
  /** Another one for each other value. */
  version = 0;
  protected readonly followers = new Set<Follower>();

  /** The value now. Throws what its computation threw. */
  readonly get = (): T => {
    this.refresh();
    reader?.reads(this);
    return this.value();
  };

  /** Calls back when the value has changed (compared by identity); returns what ends that. */
  readonly subscribe = (changed: () => void): (() => void) => {
    const listener = new Listener(this, changed);
    this.follow(listener);
    this.refresh();
    listener.seen = this.version;
    return () => {
      listener.ended = true;
      this.leave(listener);
    };
  };

  /** Brings the value, and `version`, up to date. */
  abstract refresh(): void;
  protected abstract value(): T;

  follow(follower: Follower): void {
    this.followers.add(follower);
  }

  leave(follower: Follower): void {
    this.followers.delete(follower);
  }

  protected markFollowers(): void {
    for (const follower of this.followers) follower.mark();
  }
}

/** A value that is written. */
export class Cell<T> extends Signal<T> {
  #value: T;

  constructor(value: T) {
    super();
    this.#value = value;
  }

  refresh(): void {}

  protected value(): T {
    return this.#value;
  }

  /** The same value changes nothing. Listeners hear of it from `tellListeners`. */
  write(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.version++;
    this.markFollowers();
  }
}

/** What `compute` makes of other signals. If the new value is the `same` as the old one, the old one stays. */
export class Computed<T> extends Signal<T> implements Follower {
  readonly #compute: () => T;
  readonly #same: (before: T, after: T) => boolean;
  #made: { readonly value: T } | { readonly error: unknown } | null = null;
  /** What it was made of, in the order in which it was read. */
  #sources = new Map<Signal<unknown>, number>();
  #reading: Map<Signal<unknown>, number> | null = null;
  /** Something behind it has changed since it was looked at. Only known while it has followers. */
  #isMarked = false;

  constructor(compute: () => T, same: (before: T, after: T) => boolean = Object.is) {
    super();
    this.#compute = compute;
    this.#same = same;
  }

  refresh(): void {
    if (this.#reading) throw new Error('a value that is made of itself');
    if (this.#made && this.followers.size > 0 && !this.#isMarked) return;
    if (!this.#made || this.#hasOtherSources()) this.#run();
    this.#isMarked = false;
  }

  protected value(): T {
    const made = this.#made;
    if (!made || 'error' in made) throw made?.error;
    return made.value;
  }

  reads(source: Signal<unknown>): void {
    this.#reading?.set(source, source.version);
  }

  mark(): void {
    if (this.#isMarked) return;
    this.#isMarked = true;
    this.markFollowers();
  }

  override follow(follower: Follower): void {
    if (this.followers.size === 0) {
      for (const source of this.#sources.keys()) source.follow(this);
      // It has missed what happened while nobody listened.
      this.#isMarked = true;
    }
    super.follow(follower);
  }

  override leave(follower: Follower): void {
    super.leave(follower);
    if (this.followers.size > 0) return;
    for (const source of this.#sources.keys()) source.leave(this);
  }

  #hasOtherSources(): boolean {
    for (const [source, version] of this.#sources) {
      source.refresh();
      if (source.version !== version) return true;
    }
    return false;
  }

  #run(): void {
    const outer = reader;
    const before = this.#sources;
    this.#reading = new Map();
    // oxlint-disable-next-line typescript/no-this-alias
    reader = this as Computed<unknown>;
    try {
      const value = this.#compute();
      const known = this.#made;
      if (!known || 'error' in known || !this.#same(known.value, value)) this.#settle({ value });
    } catch (error) {
      this.#settle({ error });
    } finally {
      reader = outer;
      this.#sources = this.#reading;
      this.#reading = null;
    }
    if (this.followers.size === 0) return;
    for (const source of this.#sources.keys()) {
      if (before.has(source)) continue;
      source.follow(this);
      source.refresh();
    }
    for (const source of before.keys()) if (!this.#sources.has(source)) source.leave(this);
  }

  #settle(made: { readonly value: T } | { readonly error: unknown }): void {
    this.#made = made;
    this.version++;
  }
}

/** Those who may have to be told. */
let waiting: Listener[] = [];
let isTelling = false;

class Listener implements Follower {
  seen = 0;
  ended = false;
  #isWaiting = false;

  constructor(
    readonly source: Signal<unknown>,
    readonly changed: () => void,
  ) {}

  mark(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    waiting.push(this);
  }

  look(): void {
    this.#isWaiting = false;
    if (this.ended) return;
    this.source.refresh();
    if (this.source.version === this.seen) return;
    this.seen = this.source.version;
    this.changed();
  }
}

/**
 * Calls the listeners whose value has changed since the last time. If a listener writes a cell, those who follow the cell
 * are called in the same go. If a listener throws, the others are called all the same, and the error is thrown at the end.
 */
export function tellListeners(): void {
  if (isTelling) return;
  isTelling = true;
  const errors: unknown[] = [];
  while (waiting.length > 0) {
    const round = waiting;
    waiting = [];
    for (const listener of round) {
      try {
        listener.look();
      } catch (error) {
        errors.push(error);
      }
    }
  }
  isTelling = false;
  if (errors.length > 0) throw errors[0];
}
