/** The sections of the article, by their ids. */
import type { ComponentType } from 'react';
import type { SectionId } from '#words/chapter/article.ts';
import { ActivationFunctions } from './activation-functions.tsx';
import { DoesItAlwaysBend } from './does-it-always-bend.tsx';
import { OneNeuron } from './one-neuron.tsx';
import { SameModelTwice } from './same-model-twice.tsx';
import { SwitchOnRelu } from './switch-on-relu.tsx';
import { WhatComesNext } from './what-comes-next.tsx';
import { WhatTheCreaseBuys } from './what-the-crease-buys.tsx';

export const SECTION_PARTS: Readonly<Record<SectionId, ComponentType>> = {
  'one-neuron': OneNeuron,
  'same-model-twice': SameModelTwice,
  'switch-on-relu': SwitchOnRelu,
  'what-the-crease-buys': WhatTheCreaseBuys,
  'does-it-always-bend': DoesItAlwaysBend,
  'activation-functions': ActivationFunctions,
  'what-comes-next': WhatComesNext,
};
