/**
 * What a screen reader is told of something that changes at every key: once, when the reader has paused. That it is being
 * worked on is told only where that takes its time.
 */

/** From the last change to the announcement, ms: two presses of a key in a row are one change. */
export const PAUSE = 700;
/** A search that is over sooner is not spoken of, ms. */
export const PATIENCE = 1000;

export interface Announced {
  /** What there is to say now. */
  readonly read: () => string;
  /** Is it only that there will be something to say? */
  readonly isWorking: () => boolean;
  readonly say: (text: string) => void;
  /** Calls once, so many ms from now at the earliest. Returns what calls it off. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

export interface Announcer {
  /** Tell it of every change. */
  readonly changed: () => void;
  readonly stop: () => void;
}

/** What there is at the start is not announced: the reader has come to it. */
export function announcer({ read, isWorking, say, after }: Announced): Announcer {
  let said = read();
  let callOff: () => void = () => undefined;
  return {
    changed: () => {
      callOff();
      callOff = after(isWorking() ? PATIENCE : PAUSE, () => {
        const text = read();
        if (text === said) return;
        said = text;
        say(text);
      });
    },
    stop: () => callOff(),
  };
}
