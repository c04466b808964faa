// Turn the bytes of any PDF of ours into a verdict: what was checked, and everything that is wrong. Nothing but the bytes is asked.
import { fileLimits } from '../model/limits.ts';
import { say, sayWord } from '../model/say.ts';
import { readPages } from '../pdf/content/page-content.ts';
import { readTags, withInner } from '../pdf/content/tag-tree.ts';
import { folded } from '../pdf/engine/pdf-page.ts';
import { readForeignText } from '../pdf/engine/read-pdf.ts';
import { UnreadablePdf } from '../pdf/engine/reader-process.ts';
import { PdfFile } from '../pdf/objects/pdf-file.ts';
import { PdfFault } from '../pdf/objects/pdf-value.ts';
import { producer } from '../pdf/writing/xmp-packet.ts';
import { checkFigures, readFigures } from './check-figures.ts';
import { checkMetadata } from './check-metadata.ts';
import { checkFonts, checkObjects } from './check-objects.ts';
import { checkTags } from './check-tags.ts';
import { type FileCheck, type FileFinding, type FindInFile, fileChecks } from './file-finding.ts';
import { surplusOf } from './surplus.ts';

/** What was found out about a file. */
export interface FileVerdict {
  /** From its information dictionary; empty when it has none. */
  readonly title: string;
  /** Number of pages. */
  readonly pages: number;
  /** Groups of rules that were gone through, each with what it went through. */
  readonly checked: readonly { readonly check: FileCheck; readonly what: string }[];
  /** By group, in the order of its rules. */
  readonly findings: readonly FileFinding[];
}

/**
 * `figures` is the text of figures.json. `read` is another program that reads the text of each page: in a process of its own, for the
 * bytes may be anybody's; give `readText` where they are known to be ours. Throws `PdfFault` when the bytes are no PDF of ours, are broken, or
 * go beyond a limit.
 */
export async function verify(
  bytes: Uint8Array,
  figures: string | undefined,
  read: (bytes: Uint8Array) => Promise<readonly string[]> = readForeignText,
): Promise<FileVerdict> {
  const file = new PdfFile(bytes);
  const catalog = file.dict(file.trailer.get('Root'));
  const info = file.dict(file.trailer.get('Info'));
  const maker = file.text(info.get('Producer'));
  if (maker !== producer)
    throw new PdfFault(say`the file was made by ${maker ?? 'an unknown program'}, and only files of ${producer} can be verified`);
  const { findings, find, rest } = collected();
  const pages = readPages(file);
  const tags = readTags(file, pages);
  const nodes = tags.flatMap(withInner);
  checkObjects(file, find);
  checkMetadata(file, find);
  checkFonts(file, pages, find);
  checkTags(file, tags, pages, find);
  await checkText(
    bytes,
    pages.map(({ text }) => text),
    read,
    find,
  );
  const recorded = figures === undefined ? undefined : readFigures(figures, { lang: file.text(catalog.get('Lang')), pages: pages.length });
  if (recorded) checkFigures(recorded, tags, pages, find);
  rest();
  const count = (type: string): number => nodes.filter((node) => node.type === type).length;
  const checked: FileVerdict['checked'] = [
    { check: 'objects', what: `${file.numbers.length} objects: no scripts, forms, actions, encryption or foreign files` },
    { check: 'metadata', what: 'the catalog, the information dictionary and the packet against what may be said' },
    { check: 'fonts', what: `${pages.length} pages: every font embedded, a subset, and with characters` },
    {
      check: 'tags',
      what: `${nodes.length} elements: ${count('Table')} tables, ${count('Note')} notes, ${count('Link')} links, headings, languages`,
    },
    { check: 'text', what: `${pages.length} pages read by another program` },
    ...(recorded ? [{ check: 'figures' as const, what: `${recorded.figures.length} figures against figures.json` }] : []),
  ];
  return { title: file.text(info.get('Title')) ?? '', pages: pages.length, checked, findings };
}

/** Findings of each group up to the limit; `rest` tells how many more there were. */
function collected(): { readonly findings: FileFinding[]; readonly find: FindInFile; readonly rest: () => void } {
  const findings: FileFinding[] = [];
  const counts = new Map<FileCheck, number>();
  const find: FindInFile = (check, message) => {
    const count = (counts.get(check) ?? 0) + 1;
    counts.set(check, count);
    if (count <= fileLimits.findings) findings.push({ check, message });
  };
  const rest = () => {
    for (const check of fileChecks) {
      const more = (counts.get(check) ?? 0) - fileLimits.findings;
      if (more > 0) findings.push({ check, message: say`and ${more} more; ${fileLimits.findings} of a group are told` });
    }
  };
  return { findings, find, rest };
}

/** What another program extracts has the characters that the content says, each as often. */
async function checkText(
  bytes: Uint8Array,
  texts: readonly string[],
  readTexts: (bytes: Uint8Array) => Promise<readonly string[]>,
  find: FindInFile,
): Promise<void> {
  let read: readonly string[];
  try {
    read = await readTexts(bytes);
  } catch (error) {
    find('text', say`another program cannot open the file${error instanceof UnreadablePdf ? say`: ${error.message}` : ''}`);
    return;
  }
  if (read.length !== texts.length) find('text', say`the file has ${texts.length} pages and another program sees ${read.length}`);
  texts.forEach((text, i) => {
    for (const [character, count] of surplusOf(folded(read[i] ?? ''), folded(text)).slice(0, 5))
      find(
        'text',
        say`page ${i + 1}: ${JSON.stringify(character)} is read ${Math.abs(count)} times ${count > 0 ? sayWord('more') : sayWord('less')} than it is drawn`,
      );
  });
}
