/** The same of a browser that Playwright drives. */
import type { BrowserContext, Page } from '@playwright/test';
import type { Browser, PointerStep } from './browser.ts';

export class PlaywrightBrowser implements Browser {
  private readonly lines: string[] = [];
  /** Firefox reports what a page was still fetching when it was left, as an error of that page. */
  private isLeaving = false;

  private constructor(
    context: BrowserContext,
    private readonly page: Page,
    readonly stop: () => Promise<void>,
  ) {
    context.on('console', (message) => this.hear(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => this.hear(`uncaught: ${String(error.error())}`));
  }

  static async start(context: BrowserContext, stop: () => Promise<void>): Promise<PlaywrightBrowser> {
    return new PlaywrightBrowser(context, await context.newPage(), stop);
  }

  noise(): string[] {
    return this.lines.splice(0);
  }

  private hear(line: string): void {
    if (!this.isLeaving) this.lines.push(line);
  }

  /** To the next page, and until that is loaded. */
  private async leave(go: (until: { readonly waitUntil: 'commit' }) => Promise<unknown>): Promise<void> {
    this.isLeaving = true;
    await go({ waitUntil: 'commit' });
    this.isLeaving = false;
    await this.page.waitForLoadState();
  }

  goto(url: string): Promise<void> {
    return this.leave((until) => this.page.goto(url, until));
  }

  reload(): Promise<void> {
    return this.leave((until) => this.page.reload(until));
  }

  resize(width: number, height: number): Promise<void> {
    return this.page.setViewportSize({ width, height });
  }

  run<T>(expression: string): Promise<T> {
    return this.page.evaluate<T>(expression);
  }

  async pointer(steps: readonly PointerStep[]): Promise<void> {
    for (const step of steps) {
      if (step.kind === 'move') await this.page.mouse.move(step.x, step.y);
      else await this.page.mouse[step.kind]();
    }
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  screenshot(): Promise<Buffer> {
    return this.page.screenshot();
  }
}
