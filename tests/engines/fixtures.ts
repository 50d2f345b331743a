/** `test` for Firefox and WebKit: one browser for all tests, and nothing on its console. */
import { expect, test as base } from '@playwright/test';
import { webkitParts } from '../../scripts/browser.mjs';
import { PlaywrightBrowser } from './playwright-browser.ts';
import { Reader } from './reader.ts';
import { WebDriver } from './webdriver.ts';

/** One browser and one page for all tests of a worker: to open a page anew takes seconds. */
export const test = base.extend<{ reader: Reader }, { worker: Reader }>({
  worker: [
    async ({ playwright, browserName, channel, launchOptions }, use, { project }) => {
      const home = project.use.baseURL ?? '';
      const parts = webkitParts();
      if (parts !== undefined && browserName === 'webkit') {
        const driven = await WebDriver.start(parts);
        await use(new Reader(driven, home));
        await driven.stop();
        return;
      }
      const browser = await playwright[browserName].launch({ ...launchOptions, ...(channel && { channel }) });
      const context = await browser.newContext();
      // Firefox reports a script of the page that is left as an error, where a service worker was fetching it.
      await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      const driven = await PlaywrightBrowser.start(context, () => browser.close());
      await use(new Reader(driven, home));
      await driven.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  reader: async ({ worker: reader }, provide, info) => {
    const { browser } = reader;
    await browser.resize(1440, 900);
    await provide(reader);
    if (info.status !== info.expectedStatus) {
      await info.attach('screen', { body: await browser.screenshot(), contentType: 'image/png' });
      await reader.close();
    }
    expect(browser.noise(), 'nothing on the console').toEqual([]);
  },
});

export { expect } from '@playwright/test';
