/** The words of the network diagram. Those of its panels, which come when one is opened, are in `panels.ts`. */
import type { Network, NodeAt } from '../../model/network.ts';
import { capital, nodeName } from './names.ts';

export const DIAGRAM = {
  name: 'Network diagram',
  title: 'Network',
  keys: 'Left and right: to the next one. Up and down: change the number.',
  off: 'off',
  held: 'holds its terms',
  heldShort: 'held',
  drawing: 'Drawing',
  matrices: 'Matrices',
  table: 'Table',
  tableOfWeights: 'Table of weights',
  shape: 'Shape',
  shapeOfNetwork: 'Shape of the network',
  inputMenu: (name: string) => `Input x ${name}: rename or remove`,
  inputTitle: (name: string) => `Input ${name}`,
} as const;

/** `Hidden node 1: intermediate value 1, output 1`. */
export function nodeButtonName(
  network: Network<unknown>,
  at: NodeAt,
  { z, a, off, held }: { readonly z: string; readonly a: string; readonly off: boolean; readonly held: boolean },
): string {
  const notes = `${off ? `, switched ${DIAGRAM.off}` : ''}${held ? `, ${DIAGRAM.held}` : ''}`;
  return `${capital(nodeName(network, at))}: intermediate value ${z}, output ${a}${notes}`;
}
