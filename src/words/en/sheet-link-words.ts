/** What is wrong with the part `sheet` of a link. */
export interface SheetLinkError {
  readonly kind: 'unknown' | 'repeated' | 'value' | 'inputs';
  /** As it stands in the link. */
  readonly item: string;
}

const REASONS: Readonly<Record<SheetLinkError['kind'], string>> = {
  unknown: 'is not a view of the sheet: there are above, axes, turn and window',
  repeated: 'is there twice',
  value: 'can’t be read',
  inputs: 'names inputs that this network doesn’t have, or one of them twice',
};

export function sheetLinkSentence({ kind, item }: SheetLinkError): string {
  return `In part sheet of the link, “${item.slice(0, 30)}” ${REASONS[kind]}. The sheet is shown as usual.`;
}
