/**
 * `test` where a network is opened in the page of the test before: a page that is made anew costs two seconds of the
 * processor, and a reader too opens one network after the other. What a test leaves behind is met by the next one.
 * Who needs an empty history or a first visit takes the `test` of `fixtures.ts`.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { prepare, test as base, typeWhatIsFilledIn } from './fixtures.ts';
import { draws } from './window-draws.ts';

/** The page of a worker. */
class Lasting {
  private context: BrowserContext | null = null;
  private page: Page | null = null;
  /** The page answers, and nothing of it has been replaced. */
  private isOpen = false;
  private repetition = 0;

  async contextFor(make: () => Promise<BrowserContext>): Promise<BrowserContext> {
    if (this.context) return this.context;
    this.context = await make();
    await prepare(this.context, true);
    return this.context;
  }

  /** `repetition`: a test that is run once more does not meet what it has left itself. */
  async pageIn(context: BrowserContext, repetition: number): Promise<Page> {
    if (this.page && !this.page.isClosed()) {
      if (repetition !== this.repetition) this.isOpen = false;
      this.repetition = repetition;
      return this.page;
    }
    this.repetition = repetition;
    const page = await context.newPage();
    this.page = page;
    this.isOpen = false;
    const { goto, addInitScript, clock } = page;
    const { install } = clock;
    const load = async (...to: Parameters<Page['goto']>) => {
      // Another hash of the same address would be no load.
      if (page.url() !== 'about:blank') await goto.call(page, 'about:blank');
      const response = await goto.apply(page, to);
      await isAlive(page);
      this.isOpen = to[0].startsWith('./');
      return response;
    };
    Object.assign(page, {
      goto: (...to: Parameters<Page['goto']>) =>
        this.isOpen && to[0].startsWith('./') ? open(page, to[0].slice(2) || '#preset=chapter-8') : load(...to),
      // What was done before the page is loaded stays in it.
      addInitScript: (...script: Parameters<Page['addInitScript']>) =>
        this.once(() => addInitScript.apply(page, script)),
    });
    clock.install = (...options) => this.once(() => install.apply(clock, options));
    return page;
  }

  /** What can't be taken back: the page is for this test only, and is loaded for it. */
  private isSpent = false;
  private async once<T>(change: () => Promise<T>): Promise<T> {
    this.isOpen = false;
    this.isSpent = true;
    return change();
  }

  async leave(viewport: { width: number; height: number } | null): Promise<void> {
    const { context, page } = this;
    if (!context || !page) return;
    if (this.isSpent || page.isClosed()) {
      // A clock that has been set stands still in every page of its context.
      this.isSpent = false;
      this.context = null;
      this.page = null;
      await context.close();
      return;
    }
    const others = context.pages().filter((other) => other !== page);
    for (const other of others) await other.close();
    // The page behind the others is in front again.
    if (others.length > 0) await page.bringToFront();
    await context.clearPermissions();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
    if (viewport) await page.setViewportSize(viewport);
  }

  async close(): Promise<void> {
    await this.context?.close();
  }
}

/** As a link in the page does. */
async function open(page: Page, hash: string): Promise<null> {
  // The window of a loaded page, too, can stop drawing, and every wait below would be for ever.
  await draws(page);
  await page.mouse.move(2, 2);
  await page.evaluate(async (link) => {
    // Every question of the article is asked again; each takes the focus in the next frame.
    const again = [...document.querySelectorAll<HTMLElement>('.predict-truth + button')];
    for (const button of again) button.click();
    if (again.length > 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const popover of document.querySelectorAll<HTMLElement>(':popover-open')) popover.hidePopover();
    // What is open below the verdict comes again with the next network that does not collapse.
    const closeBelowVerdict = () => {
      for (const opener of document.querySelectorAll<HTMLElement>('.verdict [aria-expanded=true]')) opener.click();
    };
    closeBelowVerdict();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // An address that is still to be written would be the one of the test before.
    dispatchEvent(new Event('pagehide'));
    // A theme, progress, a guess.
    localStorage.clear();
    localStorage.setItem('crease-folded', '1');
    // The same link is opened too.
    history.replaceState(null, '', '#');
    const opened = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = link;
    await opened;
    // The controls below are those of the network that has been opened.
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await drawn();
    // The desk keeps the node in hand, the diagram how large networks are shown.
    document.querySelector<HTMLElement>('.desk input[type=radio]')?.click();
    closeBelowVerdict();
    const buttons = document.querySelectorAll<HTMLElement>('.diagram-head button');
    [...buttons].find(({ textContent }) => textContent === 'Matrices')?.click();
    scrollTo({ top: 0, behavior: 'instant' });
    await drawn();
  }, hash);
  // What an answer got for a sentence is there until another one is given.
  if ((await page.locator('.predict-problem').count()) > 0) {
    await page.reload();
    await isAlive(page);
  }
  return null;
}

/** Before, nothing of the page is displayed: a scroll or a click is lost. */
async function isAlive(page: Page): Promise<void> {
  await page.locator('html[data-live]').waitFor({ state: 'attached' });
  await draws(page);
}

export const test = base.extend<object, { lasting: Lasting }>({
  lasting: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const lasting = new Lasting();
      await provide(lasting);
      await lasting.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ browser, lasting }, provide) => {
    await provide(await lasting.contextFor(() => browser.newContext()));
  },
  page: async ({ context, lasting, viewport, channel }, provide, { repeatEachIndex }) => {
    const page = await lasting.pageIn(context, repeatEachIndex);
    if (channel === 'moz-firefox') typeWhatIsFilledIn(page);
    await provide(page);
    await lasting.leave(viewport);
  },
});

export { expect } from './fixtures.ts';
