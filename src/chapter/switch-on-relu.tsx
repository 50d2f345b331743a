/** Section 3: the same weights with ReLU, and why the terms can't be combined. */
import { useMemo } from 'react';
import { SWITCH_ON_RELU } from '../words/chapter/switch-on-relu-words.ts';
import { DerivationLines } from './derivation-lines.tsx';
import { lensStore } from './lens-store.ts';
import { PieceList } from './piece-list.tsx';
import { P } from './prose.tsx';
import { Figure, Row, Section } from './section.tsx';
import { Sheets } from './sheets.tsx';
import { SplitRow } from './split-figure.tsx';
import { InStore } from './standing.tsx';
import { SwitchButton } from './switch-button.tsx';
import { withReluNodes } from './with-activation.ts';
import { StandingNote, useWritableStore } from './writable-store.tsx';

export function SwitchOnRelu() {
  const { store, isStanding } = useWritableStore('chapter-8');
  const bent = useMemo(() => lensStore(store, withReluNodes), [store]);
  return (
    <Section id="switch-on-relu">
      <Row>
        <P text={SWITCH_ON_RELU.same} />
        <SwitchButton />
        <P text={SWITCH_ON_RELU.stops} />
      </Row>
      <SplitRow />
      <Row
        figure={
          <Figure
            name={SWITCH_ON_RELU.piecesFigure}
            className="lines-figure"
            {...(isStanding ? { caption: <StandingNote preset="chapter-8" /> } : {})}
          >
            <InStore store={bent}>
              <DerivationLines secret={null} />
              <PieceList />
            </InStore>
          </Figure>
        }
      >
        <h3>{SWITCH_ON_RELU.piecesTitle}</h3>
        <P text={SWITCH_ON_RELU.held} />
        <P text={SWITCH_ON_RELU.pieces} />
      </Row>
      <Row>
        <h3>{SWITCH_ON_RELU.sheetTitle}</h3>
        <P text={SWITCH_ON_RELU.sheet} />
      </Row>
      <Sheets />
    </Section>
  );
}
