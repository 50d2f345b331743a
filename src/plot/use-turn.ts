/** From where the sheet is seen: turned by the pointer at once, by buttons in a short glide. */
import { easeSinInOut } from 'd3-ease';
import { interpolateNumber } from 'd3-interpolate';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FROM_ABOVE, type Turn } from './projection.ts';
import { PITCH, USUAL_SEEN, type Seen } from './sheet-view.ts';

const DEFAULT_TURN: Turn = { yaw: (-34 * Math.PI) / 180, pitch: (25 * Math.PI) / 180 };
const DEGREE = Math.PI / 180;
const MIN_PITCH = PITCH.min * DEGREE;
const MAX_PITCH = PITCH.max * DEGREE;
/** From the last turn to when it is told, ms. */
const SETTLED = 250;
const GLIDE = 420;

export interface Camera {
  readonly turn: Turn;
  readonly fromAbove: boolean;
  /** The same record for as long as the sheet lives. */
  readonly move: CameraMoves;
}

export interface CameraMoves {
  /** Turns by these angles, radians, at once. */
  readonly drag: (yaw: number, pitch: number) => void;
  /** The same in a glide. */
  readonly nudge: (yaw: number, pitch: number) => void;
  readonly setFromAbove: (above: boolean) => void;
  readonly reset: () => void;
}

/** A camera from where `seen` says; `tell` hears where it has come to rest. */
export function useTurn(seen: Seen, tell: (seen: Seen) => void): Camera {
  const [turn, setTurn] = useState(DEFAULT_TURN);
  const [fromAbove, setAbove] = useState(false);
  // Where the sheet returns to from above, and where a glide ends.
  const goal = useRef(DEFAULT_TURN);
  const shown = useRef(DEFAULT_TURN);
  const frame = useRef(0);
  const told = useRef(USUAL_SEEN);
  const timer = useRef(0);

  const show = useCallback((next: Turn) => {
    shown.current = next;
    setTurn(next);
  }, []);
  const glide = useCallback(
    (to: Turn) => {
      cancelAnimationFrame(frame.current);
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return show(to);
      const { yaw, pitch } = shown.current;
      const between = { yaw: interpolateNumber(yaw, to.yaw), pitch: interpolateNumber(pitch, to.pitch) };
      const start = performance.now();
      const step = (now: number) => {
        const share = Math.min(1, Math.max(0, (now - start) / GLIDE));
        const eased = easeSinInOut(share);
        show(share === 1 ? to : { yaw: between.yaw(eased), pitch: between.pitch(eased) });
        if (share < 1) frame.current = requestAnimationFrame(step);
      };
      frame.current = requestAnimationFrame(step);
    },
    [show],
  );
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      clearTimeout(timer.current);
    },
    [],
  );
  // A link has been opened.
  useEffect(() => {
    if (seen === told.current) return;
    told.current = seen;
    clearTimeout(timer.current);
    cancelAnimationFrame(frame.current);
    goal.current = seen.turn ? { yaw: seen.turn.yaw * DEGREE, pitch: seen.turn.pitch * DEGREE } : DEFAULT_TURN;
    setAbove(seen.above);
    show(seen.above ? FROM_ABOVE : goal.current);
  }, [seen, show]);

  const settle = useCallback(
    (above: boolean) => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        told.current = { turn: writtenTurn(goal.current), above };
        tell(told.current);
      }, SETTLED);
    },
    [tell],
  );

  const move = useMemo((): CameraMoves => {
    const moved = (yaw: number, pitch: number): Turn => ({
      yaw: goal.current.yaw + yaw,
      pitch: Math.max(MIN_PITCH, Math.min(MAX_PITCH, goal.current.pitch + pitch)),
    });
    return {
      drag: (yaw, pitch) => {
        cancelAnimationFrame(frame.current);
        goal.current = moved(yaw, pitch);
        show(goal.current);
        settle(false);
      },
      nudge: (yaw, pitch) => {
        setAbove(false);
        goal.current = moved(yaw, pitch);
        glide(goal.current);
        settle(false);
      },
      setFromAbove: (above) => {
        setAbove(above);
        if (above) {
          // The short way round, and no full turns on the way back.
          const { yaw, pitch } = goal.current;
          goal.current = { yaw: Math.atan2(Math.sin(yaw), Math.cos(yaw)), pitch };
          shown.current = goal.current;
        }
        glide(above ? FROM_ABOVE : goal.current);
        settle(above);
      },
      reset: () => {
        setAbove(false);
        goal.current = DEFAULT_TURN;
        glide(DEFAULT_TURN);
        settle(false);
      },
    };
  }, [glide, show, settle]);
  return { turn, fromAbove, move };
}

/** In whole degrees, without full turns; null: the usual side. */
function writtenTurn({ yaw, pitch }: Turn): Seen['turn'] {
  const degrees = (angle: number) => Math.round(angle / DEGREE);
  const turn = { yaw: degrees(Math.atan2(Math.sin(yaw), Math.cos(yaw))), pitch: degrees(pitch) };
  return turn.yaw === degrees(DEFAULT_TURN.yaw) && turn.pitch === degrees(DEFAULT_TURN.pitch) ? null : turn;
}
