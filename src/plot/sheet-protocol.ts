/** What the page and the worker that makes long sheets say to each other. One question, one answer, in order. */
import type { SheetModel, SheetRequest } from './sheet-model.ts';

export interface SheetQuestion {
  readonly id: number;
  readonly request: SheetRequest;
}

export interface SheetAnswer {
  /** Of the question. */
  readonly id: number;
  readonly model: SheetModel;
}
