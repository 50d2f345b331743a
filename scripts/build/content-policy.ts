import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const INLINE_SCRIPT = /<script>([\s\S]*?)<\/script>/g;

/**
 * A content security policy in the built page: everything from the page's own folder, nothing from elsewhere, and of
 * inline scripts only those that the build put there (by their hash). KaTeX and SVG geometry need inline styles.
 */
export function contentPolicy(): Plugin {
  return {
    name: 'content-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
          ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
        );
        const policy = [
          `default-src 'none'`,
          `script-src 'self' ${hashes.join(' ')}`,
          `style-src 'self' 'unsafe-inline'`,
          `worker-src 'self'`,
          `connect-src 'self'`,
          `img-src 'self' data:`,
          `font-src 'self'`,
          `base-uri 'none'`,
          `form-action 'none'`,
        ].join('; ');
        const attrs = { 'http-equiv': 'Content-Security-Policy', content: policy };
        return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
