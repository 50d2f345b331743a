/** Section 7: where weights come from, and the slopes that it takes; further reading. */
import { SOURCES } from '#words/chapter/sources.ts';
import { WHAT_COMES_NEXT } from '#words/chapter/what-comes-next-words.ts';
import { Cite } from './cite.tsx';
import { P } from './prose.tsx';
import { Row, Section } from './section.tsx';
import { SlopeFigure } from './slope-figure.tsx';
import { SwitchButton } from './switch-button.tsx';

const words = WHAT_COMES_NEXT;

export function WhatComesNext() {
  return (
    <Section id="what-comes-next">
      <Row figure={<SlopeFigure />}>
        <P text={words.learn} />
        <P text={words.slope} />
        <P text={words.chain} />
        <P text={words.back} slots={{ rumelhart: <Cite id="rumelhart" /> }} />
        <P text={words.relu} />
        <P text={words.try} />
        <SwitchButton />
      </Row>
      <div className="columns reading">
        <div>
          <h3>{words.moreTitle}</h3>
          <div className="prose reading-more">
            <P text={words.more} slots={{ leshno: <Cite id="leshno" />, montufar: <Cite id="montufar" /> }} />
          </div>
          <h3>{words.readTitle}</h3>
          <ul className="stack">
            {Object.values(words.read).map(({ title, about, href }) => (
              <li key={href}>
                <a href={href}>{title}</a>
                <span className="aside">{about}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{words.sourcesTitle}</h3>
          <ul className="stack">
            {Object.values(SOURCES).map(({ title, authors, where, href }) => (
              <li key={href}>
                <a href={href}>{title}</a>
                <span className="aside">
                  {authors}. {where}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  );
}
