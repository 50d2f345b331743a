import { fileURLToPath } from 'node:url';

/**
 * The words of a build. Code imports them as `#words/…`, which is English (package.json); another language is a folder beside
 * `src/words/en`, and is built with `CREASE_LANGUAGE=xx npm run build`.
 */
export const words = {
  find: /^#words\//,
  replacement: fileURLToPath(new URL(`../../src/words/${process.env['CREASE_LANGUAGE'] ?? 'en'}/`, import.meta.url)),
};
