import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS } from '../src/activation/activation.ts';
import { decodeFit, encodeFit } from '../src/chapter/fit/fit-link.ts';
import { hashFor, linkFor } from '../src/state/address.ts';
import { MAX_FIGURE, MAX_LINK, decode, encode, sectionOf, type Shared } from '../src/state/codec.ts';
import { presetDocument } from '../src/state/preset-document.ts';
import { PRESETS } from '../src/state/preset.ts';
import { createCreaseStore } from '../src/state/store.ts';
import { linkErrorSentence } from '#words/link-error.ts';
import { placeParts } from './arbitrary-view.ts';
import { documents } from './arbitrary-document.ts';
import { smallRationals } from './arbitrary-network.ts';

/** Everything here is read out of the page: its examples, its tables and its grammar. */
const page = readFileSync(new URL('../docs/link-format.md', import.meta.url), 'utf8');

/** The fenced blocks of this kind. */
const blocks = (kind: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text.trim());
const block = (kind: string) => blocks(kind)[0] ?? '';

/** The rows of the table under a heading, cell by cell, without its head. */
function table(heading: string): readonly (readonly [string, string])[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const [, first = '', second = ''] = row.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));
    return [first, second] as const;
  });
}

function read(link: string): Shared {
  const result = decode(link);
  if (!result?.ok) throw new Error(`${link}: ${result ? linkErrorSentence(result.error) : 'no link'}`);
  return result.value;
}

/** The rules as one regular expression: quoted text is taken literally, a name stands for its rule. */
function compiled(grammar: string): RegExp {
  const rules = new Map<string, string>();
  for (const line of grammar.replace(/\n\s+\|/g, ' |').split('\n')) {
    const [name = '', body = ''] = line.split(/ += /);
    rules.set(name.trim(), body);
  }
  const expand = (body: string): string =>
    body
      .split(/("[^"]*"|\[[^\]]*\]|\{[^}]*\}|[a-z]+)/)
      .map((token, i) => {
        if (i % 2 === 0) return token.replace(/\s/g, '');
        if (token.startsWith('"')) return token.slice(1, -1).replace(/[^a-zA-Z0-9=&,;:~-]/g, '\\$&');
        if (/^[[{]/.test(token)) return token;
        const rule = rules.get(token);
        if (rule === undefined) throw new Error(`the grammar has no rule ${token}`);
        return `(?:${expand(rule)})`;
      })
      .join('');
  return new RegExp(`^${expand(rules.get('link') ?? '')}$`);
}

/** What the reader allows beyond the grammar, taken away. */
function plain(link: string): string {
  return decodeURIComponent(link)
    .replace(/[−–﹣－]/g, '-')
    .replace(/\s+/g, '')
    .replace(/&+/g, '&')
    .replace(/^&|&$/g, '');
}

describe('docs/link-format.md', () => {
  it('its first example is the chapter’s network', () => {
    expect(read(block('link')).document).toEqual(presetDocument('chapter-8'));
  });

  it.each(table('What the writer does'))('%s is written back as %s', (opened, written) => {
    expect(linkFor(createCreaseStore(read(opened)).getState())).toBe(written);
    expect(read(written).document).toEqual(read(opened).document);
  });

  it.each(table('What is wrong with a link'))('%s: %s', (link, sentence) => {
    const result = decode(link);
    expect(result && !result.ok ? linkErrorSentence(result.error) : 'read').toBe(sentence);
  });

  it('names the parts in the order in which they are written', () => {
    const keys = table('The parts').flatMap(([key]) => key.replaceAll('`', '').split(' to '));
    const link =
      'v=1&in=E&at=2&f=relu&h1=1:0&h2=1:0&h3=1:0&h4=1:0&y=1:0&from=-1&to=3&step=1&fit=data:v&sheet=above&view=hidden&section=network';
    const store = createCreaseStore({ document: presetDocument('chapter-8'), step: 0 });
    const { document, step, figures = '' } = read(link);
    store.getState().actions.edit({ kind: 'load', document, from: { kind: 'link' } });
    store.getState().actions.setStep(step);
    store.setState({ figures });
    expect(hashFor(store, 'network')).toBe(`#${link}`);
    const written = link.split('&').map((part) => part.split('=')[0]);
    expect(keys).toEqual(written.filter((key) => key !== 'h2' && key !== 'h3').concat('preset'));
  });

  it('its link to a section is XOR’s network, there', () => {
    const [, example = ''] = blocks('link');
    expect(read(example)).toEqual({ document: presetDocument('xor'), step: 0, section: sectionOf(`#${example}`) });
    expect(page).toContain(`\`#${sectionOf(`#${example}`)}\``);
  });

  it('has a training that the page opens', () => {
    const [example = ''] = blocks('fit');
    const known = decodeFit(example);
    expect(known.ok && encodeFit(known.value)).toBe(example);
    const named = table('A training').map(([item]) => item.replaceAll('`', ''));
    const broken = named
      .map((item) => decodeFit(`${item}:`))
      .filter((found) => !found.ok && found.error.kind === 'unknown');
    expect(named.length).toBe(13);
    expect(broken).toEqual([]);
    expect(page).toContain(`than ${MAX_FIGURE.toLocaleString('en')} characters`);
  });

  it('has every item of a view, and no other', () => {
    const items = table('How the page is looked at').map(([item]) => item.replaceAll('`', ''));
    const view = items.toSorted().join(';');
    expect(read(`preset=chapter-8&view=${view}`).figures).toBe(`view=${view}`);
    expect(items.map((item) => item.split(':')[0])).toEqual(['hidden', 'projector']);
  });

  it('names activations that there are, every preset, and the length that is read', () => {
    const names = (text: string) => [...text.matchAll(/`([a-zA-Z0-9-]+)`/g)].map(([, name]) => name);
    const paragraph = (start: string) => page.split('\n\n').find((text) => text.startsWith(start)) ?? '';
    expect(ACTIVATION_KINDS).toEqual(expect.arrayContaining(names(paragraph('An **activation**'))));
    expect(names(paragraph('**Presets**'))).toEqual(PRESETS.map(({ id }) => id));
    expect(page).toContain(`more than ${MAX_LINK.toLocaleString('en')} characters`);
  });
});

describe('the grammar', () => {
  const grammar = compiled(block('grammar'));

  it('has every link that is written', () => {
    fc.assert(
      fc.property(documents(), fc.nat(12), placeParts, (document, step, figures) => {
        const link = encode({ document, step, figures });
        expect(grammar.test(link), link).toBe(true);
      }),
    );
    for (const [opened, written] of table('What the writer does')) {
      expect([plain(opened), written].filter((link) => !grammar.test(link))).toEqual([]);
    }
  });

  it('has every link that can be read', () => {
    const damaged = documents({ numbers: smallRationals, maxNodes: 2, maxHiddenLayers: 2 }).chain((document) => {
      const link = encode({ document, step: 3 });
      return fc
        .tuple(fc.nat(link.length), fc.nat(2), fc.stringMatching(/^[-+.,;:~&=/0-9eE ]{0,3}$/))
        .map(([at, cut, put]) => link.slice(0, at) + put + link.slice(at + cut));
    });
    let readable = 0;
    fc.assert(
      fc.property(damaged, (link) => {
        if (!decode(link)?.ok) return;
        readable++;
        expect(grammar.test(plain(link)), link).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(readable).toBeGreaterThan(25);
  });

  it('has nothing that breaks its form', () => {
    const broken = ['', 'v=1&', 'v=2', 'in=x-1', 'h5=1:0', 'y=1', 'y=1:', 'y=1:0:ReLU', 'y=1/2/3:0', 'f=relu~1', 'at='];
    expect(broken.filter((link) => grammar.test(link))).toEqual([]);
  });
});
