/** An edit in a few words, for "Undo: ...". */
import type { Network } from '../../model/network.ts';
import type { Edit } from '../../state/edit.ts';
import { inputValueName, nodeName, parameterName } from './names.ts';

export function editLabel(network: Network<unknown>, edit: Edit): string {
  switch (edit.kind) {
    case 'setParameter':
      return parameterName(network, edit.parameter);
    case 'setInputValue':
      return inputValueName(network, edit.input);
    case 'setInputValues':
      return 'move the point';
    case 'setRange':
      return `range of ${network.inputs[edit.input] ?? ''}`;
    case 'setActivation':
      return `activation of ${nodeName(network, edit.at)}`;
    case 'setAllActivations':
      return 'switch the activation';
    case 'setLayer':
      return 'paste into the table';
    case 'renameInput':
      return 'rename an input';
    case 'addInput':
      return 'add an input';
    case 'removeInput':
      return 'remove an input';
    case 'addNode':
      return 'add a node';
    case 'removeNode':
      return 'remove a node';
    case 'addLayer':
      return 'add a layer';
    case 'removeLayer':
      return 'remove a layer';
    case 'load':
      return edit.from.kind === 'reset'
        ? 'reset'
        : edit.from.kind === 'adopt'
          ? 'use the simplest network'
          : 'open a network';
  }
}
