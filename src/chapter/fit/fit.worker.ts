/** The wiring of the worker, and no more. */
import type { FitRequest } from './fit-protocol.ts';
import { fitTrainer } from './fit-trainer.ts';

const answer = fitTrainer(() => performance.now());

self.onmessage = ({ data }: MessageEvent<FitRequest>) => self.postMessage(answer(data));
