/** Presets: networks worth looking at, each a link. The ids are stable names: links and lessons use them. */

export interface Preset {
  readonly id: PresetId;
  readonly link: string;
}

export type PresetId =
  | 'chapter-8'
  | 'chapter-8-relu'
  | 'one-neuron'
  | 'cancelling-pair'
  | 'dead-node'
  | 'absolute-value'
  | 'xor'
  | 'deep-linear';

export const PRESETS: readonly Preset[] = [
  { id: 'chapter-8', link: 'v=1&in=E,H,G&at=1,2,-1.5&h1=0.5,3,4:0.5;4,1,2:1&y=2,5:5' },
  { id: 'chapter-8-relu', link: 'v=1&in=E,H,G&at=1,2,-1.5&f=relu&h1=0.5,3,4:0.5;4,1,2:1&y=2,5:5' },
  { id: 'one-neuron', link: 'v=1&in=E,H,G&at=-12,3,-5.5&f=relu&h1=4,1,2:1&y=1:0' },
  { id: 'cancelling-pair', link: 'v=1&in=E,H&at=1,2&f=relu&h1=2,-1:1;-2,1:-1&y=3,-3:0' },
  { id: 'dead-node', link: 'v=1&in=E,H&at=1,1&f=relu&h1=1,2:1;-1,-2:-3&y=3,4:2' },
  { id: 'absolute-value', link: 'v=1&in=E&at=-2&f=relu&h1=1:0;-1:0&y=1,1:0' },
  { id: 'xor', link: 'v=1&in=A,B&at=1,0&f=relu&h1=1,1:0;1,1:-1&y=1,-2:0' },
  { id: 'deep-linear', link: 'v=1&in=E,H&at=1,2&h1=2,1:1;-1,3:0&h2=1,2:0;3,-1:2&h3=1,1:-1;2,-1:0&y=1,2:3' },
];

export const DEFAULT_PRESET: PresetId = 'chapter-8';

/** Undefined for an id that is none of ours. */
export function presetById(id: string): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
