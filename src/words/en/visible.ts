/**
 * Text that somebody else wrote, for a sentence: what can't be seen, or turns around what follows, is a mark instead.
 * A joiner stays: it holds letters and pictures together.
 */
export function visible(text: string): string {
  return text.replace(/(?!\u200c|\u200d)[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
