// Turn files of a release into the same files with one edit of words, labels, rows, tables, order or notes, as a correction makes them.
import type { Seeded } from '../seeded-random.ts';

/** One way to edit; the files that it may choose from, by path. */
export interface TextEditKind {
  readonly files: RegExp;
  /** The lines changed; undefined where the file has no place for it. */
  readonly edit: (lines: readonly string[], random: Seeded, given: GivenWords) => readonly string[] | undefined;
}

/** What an edit may write. */
export interface GivenWords {
  /** Of a narrative. */
  readonly lang: 'ja' | 'en';
  /** Concepts of the issuer that have figures. */
  readonly concepts: readonly string[];
}

const narrative = /\/narrative\.(?:ja|en)\.md$/;
const statements = /\/statements\/[\w-]+\.yaml$/;
const labels = /\/(?:concepts|statements\/[\w-]+)\.yaml$/;
const layouts = /\/templates\/[\w-]+\/(?:release|ja|en)\.hbs$|^templates\/[\w-]+\/(?:release|ja|en)\.hbs$/;

const paragraph = /^[^\s#<\-{|].+[.。」”)）]$/u;
const bullet = /^- .+/;
const note = /^<(?:dfn|p class="(?:remark|matter|submatter|explanation)")>/;
const heading = /^#{3,4} \S|^\{\{#words "(?!notice)(?!title)[\w-]+"\}\}[^{]+\{\{\/words\}\}$/;
const row = /^ *- \{concept: /;
const table = /^ *\{\{table "/;

const words = {
  ja: {
    word: '改めて',
    sentence: '当社は引き続き適時に情報を開示してまいります。',
    paragraph: '本資料に関するお問い合わせは、当社の広報担当までお願いいたします。',
    bullet: '- お客様の声を商品に生かす体制を整えました。',
    heading: 'について',
  },
  en: {
    word: ' duly',
    sentence: ' The Company will keep its shareholders informed.',
    paragraph: 'Questions about this document are answered by the public relations office of the Company.',
    bullet: '- The voices of customers are heard in the making of products.',
    heading: ' in brief',
  },
} as const;

/** Indexes of the lines that fit. */
const fitting = (lines: readonly string[], pattern: RegExp): readonly number[] =>
  lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));

function onLine(pattern: RegExp, change: (line: string, random: Seeded, given: GivenWords) => string | undefined): TextEditKind['edit'] {
  return (lines, random, given) => {
    const found = fitting(lines, pattern);
    if (found.length === 0) return undefined;
    const at = random.pick(found);
    const changed = change(lines[at] ?? '', random, given);
    return changed === undefined ? undefined : lines.with(at, changed);
  };
}

/** Takes the line out, with one blank line beside it. */
function takenOut(pattern: RegExp): TextEditKind['edit'] {
  return (lines, random) => {
    const found = fitting(lines, pattern);
    if (found.length === 0) return undefined;
    const at = random.pick(found);
    const blank = lines[at + 1] === '' && (lines[at - 1] ?? '') === '' ? 1 : 0;
    return lines.toSpliced(at, 1 + blank);
  };
}

/** Exchanges two lines that fit, with nothing but blank lines between them. */
function exchanged(pattern: RegExp): TextEditKind['edit'] {
  return (lines, random) => {
    const found = fitting(lines, pattern);
    const pairs = found.flatMap((at, index) => {
      const next = found[index + 1];
      return next !== undefined && lines.slice(at + 1, next).every((line) => line.trim() === '') ? [[at, next] as const] : [];
    });
    if (pairs.length === 0) return undefined;
    const [a, b] = random.pick(pairs);
    return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
  };
}

/** Places in a line where words stand that nothing but a reader reads: outside of expressions and tags. */
function wordPlaces(line: string, lang: 'ja' | 'en'): readonly number[] {
  const hidden = [...line.matchAll(/\{\{[^}]*\}\}|<[^>]*>|^\S+ /g)].map(({ index, 0: text }) => [index, index + text.length] as const);
  const ends = [...line.matchAll(lang === 'ja' ? /[をにはが](?=[^\s{<])/gu : /(?<=\b[a-z]{4,})(?= [a-z])/g)];
  return ends.map(({ index, 0: text }) => index + text.length).filter((at) => !hidden.some(([start, end]) => at > start && at <= end));
}

const wordPutIn = onLine(/^(?!#)\S/, (line, random, { lang }) => {
  const places = wordPlaces(line, lang);
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  return line.slice(0, at) + words[lang].word + line.slice(at);
});

const sentenceTakenOut = onLine(/^(?![#<])\S/, (line, random) => {
  const sentences = line.split(/(?<=。)|(?<=[a-z}][.”]) (?=[A-Z“{])/u);
  if (sentences.length < 2) return undefined;
  const at = 1 + random.below(sentences.length - 1);
  return sentences.toSpliced(at, 1).join(/。/.test(line) ? '' : ' ');
});

/** A row of another concept, under one of the statement's. */
const rowAdded: TextEditKind['edit'] = (lines, random, { concepts }) => {
  const found = fitting(lines, row);
  if (found.length === 0) return undefined;
  const at = random.pick(found);
  const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
  return lines.toSpliced(at + 1, 0, `${indent}- {concept: ${random.pick(concepts)}}`);
};

/** Figures print otherwise, and no figure is another. */
export const ruleKind = 'rule of printing';

/** By name, as the table tells them. */
export const textEdits: Readonly<Record<string, TextEditKind>> = {
  'word put in': { files: narrative, edit: wordPutIn },
  'sentence added': { files: narrative, edit: onLine(paragraph, (line, _, { lang }) => line + words[lang].sentence) },
  'sentence taken out': { files: narrative, edit: sentenceTakenOut },
  'paragraph added': {
    files: narrative,
    edit: (lines, random, { lang }) => {
      const found = fitting(lines, paragraph);
      return found.length === 0 ? undefined : lines.toSpliced(random.pick(found) + 1, 0, '', words[lang].paragraph);
    },
  },
  'paragraph taken out': { files: narrative, edit: takenOut(paragraph) },
  'paragraphs exchanged': { files: narrative, edit: exchanged(paragraph) },
  'bullet added': {
    files: narrative,
    edit: (lines, random, { lang }) => {
      const found = fitting(lines, bullet);
      return found.length === 0 ? undefined : lines.toSpliced(random.pick(found) + 1, 0, words[lang].bullet);
    },
  },
  'bullet taken out': { files: narrative, edit: takenOut(bullet) },
  'bullets exchanged': { files: narrative, edit: exchanged(bullet) },
  'note worded otherwise': { files: narrative, edit: onLine(note, (line, random, given) => wordPutIn([line], random, given)?.[0]) },
  'note taken out': { files: narrative, edit: takenOut(note) },
  'heading worded otherwise': {
    files: /\/narrative\.(?:ja|en)\.md$|\/(?:ja|en)\.hbs$/,
    edit: onLine(heading, (line, _, { lang }) => line.replace(/(?=\{\{\/words\}\}$)|(?<!\}\})$/, words[lang].heading)),
  },
  'label worded otherwise': {
    files: labels,
    edit: onLine(/\b(?:ja|en): [^\s{}[\]"'&*][^,}\]"'|<]*[},]/, (line, random) => {
      const found = [...line.matchAll(/\b(ja|en): ([^\s{}[\]"'&*][^,}\]"'|<]*)(?=[},])/g)];
      const { index, 0: text, 1: lang } = random.pick(found);
      return line.slice(0, index) + text + (lang === 'ja' ? '等' : ' items') + line.slice(index + text.length);
    }),
  },
  'row taken out': { files: statements, edit: takenOut(row) },
  'rows exchanged': { files: statements, edit: exchanged(row) },
  'row added': { files: statements, edit: rowAdded },
  'table taken out': { files: layouts, edit: takenOut(table) },
  [ruleKind]: {
    files: /\/(?:issuer|statements\/[\w-]+)\.yaml$/,
    edit: (lines, random, given) =>
      random.pick([
        onLine(/\bdecimals: \d/, (line) =>
          line.replace(/\bdecimals: (\d)/, (_, digit) => `decimals: ${digit === '0' ? 1 : Number(digit) - 1}`),
        ),
        onLine(
          /^negative: /,
          (line) => `negative: ${random.pick(['minus', 'parentheses', 'triangle'].filter((way) => !line.includes(way)))}`,
        ),
        onLine(/^nil: /, () => 'nil: "–"'),
      ])(lines, random, given),
  },
  'tables exchanged': { files: layouts, edit: exchanged(table) },
};
