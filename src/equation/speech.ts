/** Sums as plain sentences, for those who listen to a formula. */
import type { Sum } from '../algebra/sum.ts';
import type { Network } from '../model/network.ts';
import { nodeNumber } from '#words/names.ts';
import { spokenNumber } from '#words/number.ts';
import { ACTIVATION_WORDS } from '#words/activation-words.ts';
import { SPOKEN, spokenText } from '#words/spoken-formula.ts';
import { isRounded, write, type Segment } from './segments.ts';

/** Other words for a segment; null for its own. */
type OtherWords = (segment: Segment) => string | null;

/** `2 times the quantity 0.5 x E plus 3 x H, plus 5`. A comma ends what a quantity or a function has inside. */
export function speak(sum: Sum, network: Network<unknown>, other?: OtherWords): string {
  return speakSegments(write(sum, network), network, other);
}

/** The same of a sum that is written already. */
export function speakSegments(segments: readonly Segment[], network: Network<unknown>, other?: OtherWords): string {
  const words = segments.map((segment, i) => other?.(segment) ?? spoken(segment, segments[i + 1], network));
  return words
    .filter((word) => word !== '')
    .join(' ')
    .replace(/ ,/g, ',')
    .replace(/,+/g, ',')
    .replace(/,$/, '');
}

/** `y hat equals 21 x E plus 11 x H plus 18 x G plus 11`; `y hat is about ...` where a number is rounded. */
export function speakLine(sum: Sum, network: Network<unknown>, other?: OtherWords): string {
  const segments = write(sum, network, { unmarked: true });
  const relation = isRounded(segments) ? SPOKEN.isAbout : SPOKEN.equals;
  return `${SPOKEN.output} ${relation} ${speakSegments(segments, network, other)}`;
}

function spoken(segment: Segment, after: Segment | undefined, network: Network<unknown>): string {
  const { mark } = segment;
  if (segment.text === '') return '';
  switch (mark.kind) {
    case 'sign':
      return mark.negative ? SPOKEN.minus : SPOKEN.plus;
    case 'about':
      return SPOKEN.about;
    case 'plusMinus':
      return SPOKEN.plusMinus;
    case 'constant':
      return spokenAsShown(segment.text);
    case 'number': {
      const asShown = segment.approximate || segment.text.includes('^');
      const number = asShown ? spokenAsShown(segment.text) : spokenNumber(mark.value);
      // `0.5 x E`, but `1 over 3 times x E`.
      const apart = after?.role === 'open' || (after?.role === 'symbol' && /\D/.test(number.replace('.', '')));
      return apart ? `${number} ${SPOKEN.times}` : number;
    }
    case 'input':
      return SPOKEN.input(network.inputs[mark.input] ?? '');
    case 'node':
      return SPOKEN.node(nodeNumber(network, mark.at));
    case 'open':
      return ACTIVATION_WORDS[mark.activation.kind].spoken;
    case 'close':
      return ',';
  }
}

/** `1.764·10^−12` */
function spokenAsShown(text: string): string {
  const [mantissa = '', power] = text.split('·10^');
  const exponent = power === undefined ? [] : [SPOKEN.power, spokenText(power)];
  return [mantissa, ...exponent].join(' ');
}
