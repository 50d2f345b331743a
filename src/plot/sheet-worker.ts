/** The worker that makes long sheets. One question, one answer, in order. */
import { makeSheet, type SheetModel, type SheetRequest } from './sheet-model.ts';

export interface Question {
  readonly id: number;
  readonly request: SheetRequest;
}

export interface Answer {
  readonly id: number;
  readonly model: SheetModel;
}

/** The part of a worker's global scope that is used here: the page is compiled without the worker's library. */
interface Scope {
  onmessage: ((event: MessageEvent<Question>) => void) | null;
  postMessage(answer: Answer): void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data: { id, request } }) => {
  scope.postMessage({ id, model: makeSheet(request) });
};
