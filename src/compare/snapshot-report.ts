// Turn the differences from what was approved into a folder to look at: a summary page and the pictures that it shows.
import type { PageChange, SnapshotChange } from './compare-snapshot.ts';
import { differencePng, encodePng } from './page-image.ts';

/** A summary shows at most this many lines of one text: more are read with a tool for texts. */
const mostLines = 400;

/** Contents by file name; `index.html` shows all others. `title` names what was compared. */
export function snapshotReport(title: string, changes: readonly SnapshotChange[]): ReadonlyMap<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>();
  const entries = changes.map((change) => entryOf(change, files));
  const body = entries.length > 0 ? entries.join('\n') : '<p>Nothing changed.</p>';
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><style>
body{font:1rem/1.5 system-ui,sans-serif;margin:1rem}
pre{overflow:auto;background:#f4f4f4;padding:.5rem}
figure{display:inline-block;margin:4px;width:32%;vertical-align:top}
img{border:1px solid #767676;max-width:100%}
</style>`;
  files.set('index.html', `<!DOCTYPE html>\n<html lang="en">\n${head}\n<h1>${escaped(title)}</h1>\n${body}\n</html>\n`);
  return files;
}

function entryOf(change: SnapshotChange, files: Map<string, Uint8Array | string>): string {
  switch (change.kind) {
    case 'gone':
      return `<h2>${escaped(change.name)}: gone</h2>`;
    case 'text': {
      const lines = [...change.gone.map((line) => `- ${line}`), ...change.come.map((line) => `+ ${line}`)];
      const more = lines.length > mostLines ? `\n… and ${lines.length - mostLines} more` : '';
      const shown = escaped(lines.slice(0, mostLines).join('\n') + more);
      return `<h2>${escaped(change.name)}: ${change.gone.length} lines gone, ${change.come.length} come</h2>\n<pre>${shown}</pre>`;
    }
    case 'page':
      return pageEntry(change, files);
  }
}

function pageEntry({ name, regions, mask, before, unreadable, after }: PageChange, files: Map<string, Uint8Array | string>): string {
  const flat = name.replaceAll('/', '-');
  const picture = (kind: string, content: Uint8Array): string => {
    files.set(`${kind}-${flat}`, content);
    return `<figure><img src="${kind}-${flat}" alt="${kind}, ${escaped(name)}"><figcaption>${kind}</figcaption></figure>`;
  };
  const pictures = [
    ...(before ? [picture('before', encodePng(before))] : []),
    picture('after', encodePng(after)),
    ...(before ? [picture('difference', differencePng(after, mask, regions))] : []),
  ];
  return `<h2>${escaped(name)}: ${escaped(describePage({ before, unreadable, regions }))}</h2>\n<p>${pictures.join('')}</p>`;
}

/** What happened to a page, in a few words. */
export function describePage({
  before,
  unreadable,
  regions,
}: {
  readonly before?: PageChange['before'] | undefined;
  readonly unreadable?: string | undefined;
  readonly regions: PageChange['regions'];
}): string {
  if (unreadable !== undefined) return `what was approved ${unreadable}`;
  if (!before) return 'new';
  if (regions.length === 0) return 'another size';
  return `${regions.length} region${regions.length === 1 ? '' : 's'} changed`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
