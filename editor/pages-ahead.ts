import type { Plugin } from 'vite';

/** A page with so much script of its own that it is asked for with index.html, rather than once what all pages stand on has run. */
const LARGE = { address: String.raw`/flows/[^/]+/draft$`, page: 'editor/designer/designer-page.tsx' };

type Bundle = Parameters<NonNullable<Extract<Plugin['generateBundle'], (...of: never[]) => unknown>>>[1];

/** Has index.html say at the address of a large page what that page is made of, so that all of it comes at once. */
export function pagesAhead(): Plugin {
  return {
    name: 'pages-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }): string => {
        const page = chunkOf(bundle, (id) => id.endsWith(LARGE.page));
        if (page === undefined) throw new Error(`There is no ${LARGE.page}.`);
        const known = filesOf(bundle, chunkOf(bundle, (id) => id.endsWith('/index.html')) ?? '');
        const files = [...filesOf(bundle, page)].filter((file) => !known.has(file));
        // Behind what all pages stand on, and before the styles: a script waits for those that stand before it.
        return html.replace('<link rel="stylesheet"', `<script>${asking(files)}</script>\n    $&`);
      },
    },
  };
}

function chunkOf(bundle: Bundle, isMeant: (module: string) => boolean): string | undefined {
  return Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.facadeModuleId != null && isMeant(file.facadeModuleId),
  )?.fileName;
}

/** A chunk with all that it cannot run without. */
function filesOf(bundle: Bundle, chunk: string, found = new Set<string>()): ReadonlySet<string> {
  const file = bundle[chunk];
  if (file?.type !== 'chunk' || found.has(chunk)) return found;
  found.add(chunk);
  for (const css of file.viteMetadata?.importedCss ?? []) found.add(css);
  for (const other of file.imports) filesOf(bundle, other, found);
  return found;
}

function asking(files: readonly string[]): string {
  return `if (new RegExp(${JSON.stringify(LARGE.address)}).test(location.pathname))
        for (const file of ${JSON.stringify(files)}) {
          const isStyle = file.endsWith('.css');
          const how = isStyle ? { rel: 'preload', as: 'style' } : { rel: 'modulepreload', as: 'script' };
          const link = Object.assign(document.createElement('link'), how, { crossOrigin: '', href: '/' + file });
          document.head.append(link);
        }`;
}
