/**
 * Like controls in one group are one stop of the Tab key. Arrow keys go from one to the next, Home and End to the first
 * and the last; Tab comes back to the one that was left.
 */
import {
  createContext,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';

/** Which arrow keys lead on. */
export type Axis = 'row' | 'column' | 'both';

const ROW = { ArrowLeft: -1, ArrowRight: 1 };
const COLUMN = { ArrowUp: -1, ArrowDown: 1 };
const MOVES: Readonly<Record<Axis, Readonly<Record<string, number>>>> = {
  row: ROW,
  column: COLUMN,
  both: { ...ROW, ...COLUMN },
};

export interface Rove {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Where a key leads in a group of `count` from place `at` (-1: none of them yet). Null: the key is not for that. At an end
 * it stays, unless the group goes `around`.
 */
export function rove(pressed: Rove, at: number, count: number, axis: Axis = 'both', around = false): number | null {
  if (count === 0 || pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return null;
  if (pressed.key === 'Home') return 0;
  if (pressed.key === 'End') return count - 1;
  const move = MOVES[axis][pressed.key];
  if (move === undefined) return null;
  const next = at < 0 && move < 0 ? -1 : at + move;
  return around ? (next + count) % count : Math.max(0, Math.min(count - 1, next));
}

/** The members of a group: all but one are left out by Tab. */
class Group {
  private readonly members = new Set<HTMLElement>();
  private stop: HTMLElement | null = null;

  constructor(private readonly axis: Axis) {}

  /** `isBack`: the focus was in its place, and may have gone on to another member. Returns what takes it out again. */
  add(member: HTMLElement, isBack = false): () => void {
    const choose = () => this.choose(member);
    const isElsewhere = this.members.has(document.activeElement as HTMLElement);
    this.members.add(member);
    if (this.stop && (!isBack || isElsewhere)) member.tabIndex = -1;
    else this.choose(member);
    member.addEventListener('focus', choose);
    return () => {
      // It keeps its tabindex: a control that is hidden and has the focus would lose it with that, to nobody.
      member.removeEventListener('focus', choose);
      this.members.delete(member);
      if (this.stop !== member) return;
      this.stop = null;
      const [first] = this.inOrder();
      if (first) this.choose(first);
    };
  }

  /** Follows a key from one member to another; false when the key is not for that. */
  move(from: HTMLElement, pressed: Rove): boolean {
    const all = this.inOrder();
    const next = rove(pressed, all.indexOf(from), all.length, this.axis);
    if (next === null) return false;
    all[next]?.focus();
    return true;
  }

  private choose(member: HTMLElement): void {
    if (this.stop) this.stop.tabIndex = -1;
    this.stop = member;
    member.tabIndex = 0;
  }

  private inOrder(): HTMLElement[] {
    return [...this.members].sort((p, q) => (p.compareDocumentPosition(q) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }
}

const GroupContext = createContext<Group | null>(null);

export interface RoverProps {
  readonly axis?: Axis;
  readonly children: ReactNode;
}

/** Draws nothing of its own: the members are whatever joins below. */
export function Rover({ axis = 'row', children }: RoverProps) {
  const [group] = useState(() => new Group(axis));
  return <GroupContext value={group}>{children}</GroupContext>;
}

/** What is inside belongs to no group around: a panel that a member opens. */
export function Apart({ children }: { readonly children: ReactNode }) {
  return <GroupContext value={null}>{children}</GroupContext>;
}

/**
 * Joins the group around, if there is one and the control can be reached (`isOut`: it is hidden). Returns what follows a
 * key to another member; false when it leads nowhere. `isBack`: while it was out, another stood in its place.
 */
export function useRover(
  control: RefObject<HTMLElement | null>,
  isOut = false,
  isBack?: { readonly current: boolean },
): (event: KeyboardEvent) => boolean {
  const group = useContext(GroupContext);
  useLayoutEffect(() => {
    const element = control.current;
    return element && group && !isOut ? group.add(element, isBack?.current) : undefined;
  }, [group, control, isOut, isBack]);
  return (event) => {
    const moved = control.current !== null && group !== null && group.move(control.current, event);
    if (moved) event.preventDefault();
    return moved;
  };
}

/** A button that is a member. */
export function RoverButton(props: Omit<ComponentProps<'button'>, 'ref' | 'type' | 'onKeyDown'>) {
  const button = useRef<HTMLButtonElement>(null);
  return <button {...props} ref={button} type="button" onKeyDown={useRover(button)} />;
}
