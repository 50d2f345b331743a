/** The words of the panels that the diagram opens: of the shape, of an input, of a node. */
import { LIMITS, type Network, type NodeAt } from '../../model/network.ts';
import { nodeName } from './names.ts';

export const PANELS = {
  inputs: 'Inputs',
  addInput: 'Add an input',
  removeLastInput: 'Remove the last input',
  addLayer: 'Add a hidden layer',
  hiddenLayer: (number: number) => `Hidden layer ${number}`,
  addNode: (layer: number) => `Add a node to hidden layer ${layer}`,
  removeLastNode: (layer: number) => `Remove the last node of hidden layer ${layer}`,
  removeLayer: (layer: number) => `Remove hidden layer ${layer}`,
  noHiddenLayer: 'No hidden layer: the inputs lead straight to the output.',
  limits: `At most ${LIMITS.inputs.max} inputs, ${LIMITS.hiddenLayers.max} hidden layers, and ${LIMITS.nodesPerLayer.max} nodes in each.`,
  unchanged: 'What you add changes nothing until you give it weights.',
  inputName: 'Name',
  inputNameHint: `Letters, digits, spaces and _, ${LIMITS.nameLength} at most.`,
  removeInput: 'Remove this input',
  lastInput: 'The last input can’t be removed.',
  slope: 'Slope α below 0',
  removeNode: 'Remove this node',
  lastNode: 'The last node of a layer can’t be removed. Remove the layer instead, under “Shape”.',
} as const;

export function slopeName(network: Network<unknown>, at: NodeAt): string {
  return `slope of ${nodeName(network, at)}`;
}

export function activationGroupName(network: Network<unknown>, at: NodeAt): string {
  return `Activation of ${nodeName(network, at)}`;
}

/** What is wrong with a typed name. */
export function inputNameProblem(name: string, taken: boolean): string {
  if (name === '') return 'An input needs a name.';
  if (taken) return `Another input is called ${name} already.`;
  if ([...name].length > LIMITS.nameLength) return `A name has at most ${LIMITS.nameLength} characters.`;
  return 'A name is made of letters, digits, spaces and _ only.';
}
