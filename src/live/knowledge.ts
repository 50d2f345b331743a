/**
 * What a store knows, for those who follow it: the names of its state, each a signal of its own. What reads one of them
 * while it is computed depends on that one only: an edit of a weight concerns those that read the weight, or what is made
 * of it; a highlight concerns no number.
 */
import type { Network, Node, NodeAt, Parameter } from '../model/network.ts';
import type { Rational } from '../number/rational.ts';
import { USUAL_RANGE, type Document, type Range } from '../state/document.ts';
import type { CreaseState, CreaseStore } from '../state/store.ts';
import { partsOf, type Part } from './part.ts';
import { Computed, type Signal } from './signal.ts';

type Source = Pick<CreaseStore, 'getState' | 'getInitialState' | 'subscribe'>;

export class Knowledge implements Omit<CreaseState, 'history'> {
  readonly actions: CreaseState['actions'];
  readonly #source: Source;
  readonly #state: Part<CreaseState>;
  readonly #history: Part<CreaseState['history']>;
  readonly #present: Part<Document>;
  readonly #network: Part<Network<Rational>>;
  #start: Knowledge | null = null;

  constructor(source: Source) {
    this.#source = source;
    this.actions = source.getState().actions;
    this.#state = partsOf(source);
    this.#history = this.#state.part('history');
    this.#present = this.#history.part('present');
    this.#network = this.#present.part('network');
  }

  get document(): Document {
    return this.#present.get();
  }
  get network(): Network<Rational> {
    return this.#network.get();
  }
  get inputs(): readonly string[] {
    return this.#network.part('inputs').get();
  }
  get x(): readonly Rational[] {
    return this.#present.part('x').get();
  }
  get ranges(): Document['ranges'] {
    return this.#present.part('ranges').get();
  }
  get past(): CreaseState['history']['past'] {
    return this.#history.part('past').get();
  }
  get future(): CreaseState['history']['future'] {
    return this.#history.part('future').get();
  }
  get gesture(): CreaseState['history']['gesture'] {
    return this.#history.part('gesture').get();
  }
  get origin(): Document {
    return this.#state.part('origin').get();
  }
  /** As it was asked for: see `selectStep`. */
  get step(): number {
    return this.#state.part('step').get();
  }
  get progress(): number {
    return this.#state.part('progress').get();
  }
  get isPlaying(): boolean {
    return this.#state.part('isPlaying').get();
  }
  get selected(): CreaseState['selected'] {
    return this.#state.part('selected').get();
  }
  get highlight(): CreaseState['highlight'] {
    return this.#state.part('highlight').get();
  }
  get pointedPiece(): CreaseState['pointedPiece'] {
    return this.#state.part('pointedPiece').get();
  }
  get active(): string | null {
    return this.#state.part('active').get();
  }
  get figures(): CreaseState['figures'] {
    return this.#state.part('figures').get();
  }
  get brokenLink(): CreaseState['brokenLink'] {
    return this.#state.part('brokenLink').get();
  }

  /** The value of one weight or bias; undefined when the network has none at that address. */
  weight({ layer, node, input }: Parameter): Rational | undefined {
    const at = this.#node({ layer, node });
    return input === null ? at.part('bias').get() : at.part('weights').part(input).get();
  }
  /** Undefined when the network has no node there. */
  activation(at: NodeAt): Node<Rational>['activation'] | undefined {
    return this.#node(at).part('activation').get();
  }
  /** The current value of one input; undefined when the network has no such input. */
  inputValue(input: number): Rational | undefined {
    return this.#present.part('x').part(input).get();
  }
  /** The chosen range of one input; undefined when the network has no such input. */
  range(input: number): Range | undefined {
    const usual = this.inputValue(input) && USUAL_RANGE;
    return this.#present.part('ranges').part(input).get() ?? usual;
  }

  /** Nothing has changed since the page has started: what its HTML shows is what is known now. */
  get isAtStart(): boolean {
    const [now, first] = [this.#source.getState(), this.#source.getInitialState()];
    return (
      now === first || (Object.keys(now) as (keyof CreaseState)[]).every((name) => Object.is(now[name], first[name]))
    );
  }

  /** What the page has started with: its HTML shows that. */
  get start(): Knowledge {
    const getState = this.#source.getInitialState;
    this.#start ??= new Knowledge({ getState, getInitialState: getState, subscribe: () => () => undefined });
    return this.#start;
  }

  #node({ layer, node }: NodeAt): Part<Node<Rational> | undefined> {
    return this.#network.part('layers').part(layer).part(node);
  }
}

const known = new WeakMap<CreaseStore, Knowledge>();

/** The same record for the same store. */
export function knowledgeOf(store: CreaseStore): Knowledge {
  const found = known.get(store) ?? new Knowledge(store);
  known.set(store, found);
  return found;
}

/**
 * A fact that is made of what a store knows. It is computed once for all who ask, after something that it is made of has
 * changed. If the new value is the `same` as the old one, the old one stays, and nobody is told.
 */
export function fact<T>(
  compute: (known: Knowledge) => T,
  same?: (before: T, after: T) => boolean,
): (known: Knowledge) => T {
  const signals = new WeakMap<Knowledge, Signal<T>>();
  return (of) => {
    const found = signals.get(of) ?? new Computed(() => compute(of), same);
    signals.set(of, found);
    return found.get();
  };
}
