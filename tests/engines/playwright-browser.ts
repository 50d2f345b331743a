/** The same of a browser that Playwright drives. */
import type { BrowserContext, Page } from '@playwright/test';
import type { Browser, PointerStep } from './browser.ts';

export class PlaywrightBrowser implements Browser {
  private readonly lines: string[] = [];

  private constructor(
    context: BrowserContext,
    private readonly page: Page,
    readonly stop: () => Promise<void>,
  ) {
    context.on('console', (message) => this.lines.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => this.lines.push(`uncaught: ${String(error.error())}`));
  }

  static async start(context: BrowserContext, stop: () => Promise<void>): Promise<PlaywrightBrowser> {
    return new PlaywrightBrowser(context, await context.newPage(), stop);
  }

  noise(): string[] {
    return this.lines.splice(0);
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async reload(): Promise<void> {
    await this.page.reload();
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
