import type { Plugin } from 'vite';

/**
 * The late styles are fetched by script. Who has no JavaScript gets them at once, from a link that others do not
 * follow. `name` is that of their file.
 */
export function stylesWithoutScript(name: string): Plugin {
  return {
    name: 'styles-without-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const file = Object.keys(bundle).find((each) => each.endsWith('.css') && each.includes(`/${name}-`));
        if (file === undefined) throw new Error(`styles-without-script: there are no styles of the name ${name}`);
        return html.replace('</head>', () => `<noscript><link rel="stylesheet" href="./${file}"></noscript></head>`);
      },
    },
  };
}
