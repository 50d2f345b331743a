/** The wiring of the worker, and no more. */
import { makeSheet } from './sheet-model.ts';
import type { SheetAnswer, SheetQuestion } from './sheet-protocol.ts';

self.onmessage = ({ data: { id, request } }: MessageEvent<SheetQuestion>) => {
  const answer: SheetAnswer = { id, model: makeSheet(request) };
  self.postMessage(answer);
};
