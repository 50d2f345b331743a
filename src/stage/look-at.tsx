/** What to look at in the network, while it is one of the presets. */
import { useCrease } from '../live/live.ts';
import { useQuiet } from '../controls/use-quiet.ts';
import { PlainMath } from '../equation/plain-math.tsx';
import { defaultDocument } from '../state/preset-document.ts';
import { FIRST_LOOK_AT } from '#words/presets.ts';

const loadCaption = async () => (await import('#words/preset-captions.ts')).captionOf;

export function LookAt() {
  const captionOf = useQuiet(loadCaption);
  const caption = useCrease(
    ({ document }) => captionOf?.(document) ?? (document === defaultDocument() ? FIRST_LOOK_AT : ''),
    [captionOf],
  );
  return (
    <p className="small look-at" data-says={caption !== '' || undefined}>
      <PlainMath text={caption} />
    </p>
  );
}
