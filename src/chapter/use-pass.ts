/** One pass through a few steps, each with its sentence: by hand, or by itself as fast as it can be read. */
import { useEffect, useState } from 'react';

export interface Pass {
  /** From 1. */
  readonly step: number;
  readonly isPlaying: boolean;
  /** Is its sentence to be said aloud? Not for every number of an edit. */
  readonly isSaid: boolean;
  readonly go: (step: number) => void;
  /** From the first step on; from where it is, if it was paused on its way. */
  readonly play: () => void;
  readonly pause: () => void;
}

/** `of`: what the pass is about. When that changes, the pass is over: all of it is shown. */
export function usePass(sentences: readonly string[], of: unknown): Pass {
  const last = sentences.length;
  const [step, setStep] = useState(last);
  const [isPlaying, setPlaying] = useState(false);
  const [isSaid, setSaid] = useState(false);
  const [about, setAbout] = useState(of);
  if (about !== of) {
    setAbout(of);
    setStep(last);
    setPlaying(false);
    setSaid(false);
  }
  const sentence = sentences[step - 1] ?? '';
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      setStep(step + 1);
      if (step + 1 >= last) setPlaying(false);
    }, readingMs(sentence));
    return () => clearTimeout(timer);
  }, [isPlaying, step, last, sentence]);
  return {
    step,
    isPlaying,
    isSaid,
    go: (next) => {
      setSaid(true);
      setPlaying(false);
      setStep(next);
    },
    play: () => {
      setSaid(true);
      if (step === last) setStep(1);
      // Who wants nothing to move goes on by hand.
      setPlaying(!matchMedia('(prefers-reduced-motion: reduce)').matches);
    },
    pause: () => setPlaying(false),
  };
}

/** Time to look up, and to read it. */
function readingMs(sentence: string): number {
  return 900 + 30 * sentence.length;
}
