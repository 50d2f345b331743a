/** What is said aloud of the verdict when it has changed: nothing to be seen. */
import { useEffect, useState } from 'react';
import { announcer } from '../live/announcer.ts';
import { selectVerdict } from '../live/known-analysis.ts';
import { useLive } from '../live/live.ts';
import { selectAreHidden } from '../live/select.ts';
import { whenAtRest } from '../live/rest.ts';
import { useKnowledge } from '../live/use-store.ts';
import { useShortly } from '../controls/use-shortly.ts';
import { selectSpokenVerdict } from './verdict-line.tsx';

/** An announcement stands for so long, ms: nobody meets it who reads on. */
const ANNOUNCED_MS = 4000;

export function VerdictAnnouncement() {
  const known = useKnowledge();
  const verdict = useLive(selectVerdict);
  const spoken = useLive(selectSpokenVerdict);
  const [said, setSaid] = useState('');
  const [isHeard, hear] = useShortly(ANNOUNCED_MS);
  useEffect(() => {
    const { changed, stop } = announcer({
      read: spoken.get,
      isWorking: () => verdict.get().all.kind === 'unknown',
      say: (text) => {
        if (selectAreHidden(known)) return;
        setSaid(text);
        hear();
      },
      after: (milliseconds, call) => whenAtRest(known, call, milliseconds),
    });
    const unsubscribe = verdict.subscribe(changed);
    return () => {
      unsubscribe();
      stop();
    };
  }, [known, verdict, spoken, hear]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {isHeard && said}
    </p>
  );
}
