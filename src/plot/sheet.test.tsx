import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../state/preset.ts';
import { presetDocument } from '../state/preset-document.ts';
import { createCreaseStore } from '../state/store.ts';
import { StoreContext } from '../live/use-store.ts';
import { Sheet } from './sheet.tsx';

function html(id: (typeof PRESETS)[number]['id']): string {
  const store = createCreaseStore({ document: presetDocument(id), step: 0 });
  return renderToString(
    <StoreContext.Provider value={store}>
      <Sheet />
    </StoreContext.Provider>,
  );
}

const faces = (page: string) => page.match(/class="sheet-face"/g)?.length ?? 0;

describe('the prerendered sheet', () => {
  it.each(PRESETS)('$id has a summary and a picture', ({ id }) => {
    const page = html(id);
    expect(page).toMatch(/role="img" aria-label="The output over [^"]+"/);
    expect(page).not.toContain('NaN');
    expect(page).not.toContain('undefined');
  });

  it("of the chapter's network is flat with the linear activation, and folded with ReLU", () => {
    const [linear, relu] = [html('chapter-8'), html('chapter-8-relu')];
    expect(linear).toContain('flat, no crease');
    expect(relu).toContain('2 creases, 4 flat pieces');
    expect([faces(linear), faces(relu)]).toEqual([1, 4]);
    expect(linear).not.toContain('sheet-crease');
  });

  it('of a pair that cancels is flat, although its nodes take turns', () => {
    const page = html('cancelling-pair');
    expect(page).toContain('flat, no crease');
    expect(faces(page)).toBe(2);
  });
});
