/** One step by hand, below the figure of training. */

export const BY_HAND = {
  title: 'One step by hand',
  says: (inputs: string, prediction: string, target: string, error: string, loss: string) =>
    `The starting network with ReLU, one example: ${inputs}. It says ŷ = ${prediction}, and should say ${target}. The error is ${error}, so the loss is ${error}² = ${loss}.`,
  slopes: (rate: string) =>
    `The slope of a weight says how much the loss would rise if the weight rose by 1 and kept its slope. So each weight goes the other way: it loses ${rate}, the learning rate, times its slope.`,
  table: (step: number) => `Step ${step}: each weight, its slope, its change and the new weight`,
  columns: ['Weight', 'now', 'slope', 'change', 'new'],
  node: (number: number) => `node ${number}`,
  output: 'output',
  weight: (from: string, to: string) => `${from} to ${to}`,
  bias: (to: string) => `bias of ${to}`,
  after: (prediction: string, loss: string, before: string) =>
    `After the step: ŷ = ${prediction}, and the loss is ${loss} instead of ${before}.`,
  another: 'Another step',
  first: 'Back to the first',
  next: 'Where do the slopes come from?',
  nextLink: 'That is what comes next.',
} as const;
