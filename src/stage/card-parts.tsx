/** The parts of the card, in the order of a narrow screen. One more is an entry here. */
import type { ReactElement } from 'react';
import { NetworkDiagram } from '../diagram/network-diagram.tsx';
import { DerivationPanel } from './derivation-panel.tsx';
import { Desk } from './desk.tsx';
import { LookAt } from './look-at.tsx';
import { Drawn } from './opening.tsx';
import { SheetPlace } from './sheet-place.tsx';
import { VerdictLine } from './verdict-line.tsx';

export interface CardPart {
  /** With the same identity at every draw: another order draws none of them again. */
  readonly element: ReactElement;
  /** Its place on a wide screen, from 0. It has the whole width there unless `stage.css` gives it columns. */
  readonly wide: number;
}

export const CARD_PARTS: readonly CardPart[] = [
  {
    element: (
      <div className="card-network" key="network">
        <Drawn>
          <NetworkDiagram />
          <LookAt />
        </Drawn>
      </div>
    ),
    wide: 0,
  },
  {
    element: (
      <div className="card-derivation" key="derivation">
        <Drawn>
          <DerivationPanel />
        </Drawn>
      </div>
    ),
    wide: 2,
  },
  {
    element: (
      <Drawn key="verdict">
        <VerdictLine />
      </Drawn>
    ),
    wide: 4,
  },
  { element: <SheetPlace key="sheet" />, wide: 1 },
  {
    element: (
      <div className="screen-only card-desk" key="desk">
        <Drawn>
          <Desk />
        </Drawn>
      </div>
    ),
    wide: 3,
  },
];
