/** What the tests need of a browser: little enough to have it from WebDriver and from Playwright alike. */
export type PointerStep =
  { readonly kind: 'move'; readonly x: number; readonly y: number } | { readonly kind: 'down' | 'up' };

export interface Browser {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Of the page, px; what the browser can't make as small, it makes as small as it can. */
  resize(width: number, height: number): Promise<void>;
  /** What an expression is in the page, or what its promise comes to; JSON. */
  run<T>(expression: string): Promise<T>;
  /** The mouse. */
  pointer(steps: readonly PointerStep[]): Promise<void>;
  /** One after the other: a character, the name of a key, or a chord such as `Control+z`. */
  keys(...keys: readonly string[]): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** What has been written to the console since it was last asked, by the line. */
  noise(): string[];
  stop(): Promise<void>;
}
