import type { Plugin } from 'vite';

/**
 * The article's styles are fetched with its script. Who has no JavaScript gets them at once, from a link that others do
 * not follow.
 */
export function stylesWithoutScript(module: RegExp): Plugin {
  return {
    name: 'styles-without-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunk = Object.values(bundle).find(
          (output) => output.type === 'chunk' && output.facadeModuleId !== null && module.test(output.facadeModuleId),
        );
        const styles = chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
        if (styles.length === 0) throw new Error(`styles-without-script: ${String(module)} has no styles of its own`);
        const links = styles.map((file) => `<link rel="stylesheet" href="./${file}">`).join('');
        return html.replace('</head>', () => `<noscript>${links}</noscript></head>`);
      },
    },
  };
}
