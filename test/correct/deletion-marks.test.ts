// Turn what is gone from a record into the places of its marks: items in their list, rows in their table, blocks beside what is left.
import { describe, expect, it } from 'vitest';
import { deletionMarks, inText } from '../../src/correct/deletion-marks.ts';
import type { BuildRecord, TextRecord } from '../../src/model/build-record.ts';
import type { Changes } from '../../src/model/correction.ts';

/** `kind text`, one a line, with the page before it where it turns; texts of one block follow each other behind a `+`. */
function recordOf(written: readonly string[], first: string): BuildRecord {
  let page = 1;
  let block = '';
  const texts: TextRecord[] = [];
  const pages: { page: number; class: string; owners: string[] }[] = [];
  written.forEach((line, index) => {
    const [, turned, joins, kind, text] = /^(?:(\d+)! )?(\+)?(\S+) (.*)$/.exec(line) ?? [];
    page = turned === undefined ? page : Number(turned);
    const number = `${first}${index}`;
    if (!joins) block = number;
    const inner = kind === 'label' ? `${block}.r${index}.label` : kind === 'item' || kind === 'head' ? `${block}.${index}` : number;
    const table = kind === 'label' || kind === 'head' || kind === 'caption';
    const at = { file: 'x', line: index + 1 };
    const base = { id: inner, block, part: 'en', lang: 'en', text: text ?? '', spans: [], at };
    texts.push({ ...base, kind: kind as TextRecord['kind'], ...(table && { statement: 'sheet' }) });
    const own = pages.find((each) => each.page === page);
    if (own) own.owners.push(inner);
    else pages.push({ page, class: 'text', owners: [inner] });
  });
  return {
    figures: { format: 1, givens: [], overrides: [], facts: [], figures: [] },
    document: {
      format: 1,
      texts,
      pages: pages.map(({ owners, ...each }) => ({
        ...each,
        width: 1,
        height: 1,
        runs: owners.map((owner) => ({ x: 0, y: 0, width: 1, size: 1, font: '', text: '', owner })),
        rules: [],
      })),
    },
  };
}

/** Changes of texts alone. */
const changesOfTexts = (texts: Changes['texts'], earlierRecord: BuildRecord): Changes => ({
  figures: new Map(),
  removed: [],
  pictures: [],
  texts,
  earlier: new Map(),
  earlierRecord,
  partners: new Map(),
});

/** Marks as `kind where text`, of a release without the lines that are gone. */
function marksOf(before: readonly string[], gone: readonly string[]): readonly string[] {
  const left = before.filter((line) => !gone.includes(line));
  const [old, now] = [recordOf(before, 'a'), recordOf(left, 'b')];
  const isGone = ({ text }: TextRecord) => gone.some((line) => line.endsWith(` ${text}`));
  const texts = old.document.texts.filter(isGone).map((text) => ({ lang: 'en', before: text }));
  const named = new Map(now.document.texts.map((text) => [text.id, text.text]));
  return deletionMarks({ old, now }, changesOfTexts(texts, old)).map(({ kind, where, text }) => `${kind} ${where} ${named.get(text)}`);
}

const release = [
  'heading Results',
  'paragraph Sales rose.',
  'paragraph Costs fell.',
  'item One.',
  '+item Two.',
  '+item Three.',
  'caption Assets',
  '+head 2001',
  '+head 2002',
  '+label Cash',
  '+label Land',
  '+label Total',
  'note A note.',
  '2! heading Outlook',
  'paragraph Good.',
];

describe('a mark says that something is gone', () => {
  it.each([
    ['a paragraph, after the one before it', ['paragraph Costs fell.'], ['paragraph after Sales rose.']],
    ['two paragraphs, once', ['paragraph Sales rose.', 'paragraph Costs fell.'], ['paragraph after Results']],
    ['a first item, before the second', ['item One.'], ['item before Two.']],
    ['a whole list, once', release.slice(3, 6), ['paragraph after Costs fell.']],
    ['an item, in its list', ['+item Two.'], ['item after One.']],
    ['a row, in its table', ['+label Land'], ['row after Cash']],
    ['a first row, before the next', ['+label Cash'], ['row before Land']],
    ['a head, at the one before it', ['+head 2002'], ['words after 2001']],
    ['a note, as a note', ['note A note.'], ['note after Total']],
    ['a whole table, once', release.slice(6, 12), ['paragraph after Three.']],
    ['a heading at the head of a page, on that page', ['2! heading Outlook'], ['paragraph before Good.']],
    ['nothing', [], []],
  ] as const)('%s', (_, gone, wanted) => {
    expect(marksOf(release, gone)).toEqual(wanted);
  });

  it('without a line of its own stands in the text beside it', () => {
    const [old, now] = [
      recordOf(release, 'a'),
      recordOf(
        release.filter((line) => line !== '+label Land'),
        'b',
      ),
    ];
    const before = old.document.texts.find(({ text }) => text === 'Land') as TextRecord;
    const texts = [{ lang: 'en', before }];
    const cash = now.document.texts.find(({ text }) => text === 'Cash')?.id ?? '';
    const [mark] = deletionMarks({ old, now }, changesOfTexts(texts, old));
    expect(mark).toEqual({ kind: 'row', beside: cash.slice(0, -'.label'.length), where: 'after', text: cash });
    expect(mark && inText(mark)).toEqual({ kind: 'words', beside: cash, where: 'after', text: cash });
  });
});
