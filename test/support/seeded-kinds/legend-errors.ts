// Turn labels, unit lines, legends and names of standards into ones that the figures below them contradict.
import { standards } from '../../../src/model/release.ts';
import { type Candidate, replacing, type Way, type Ways } from './edits.ts';
import { othersOf, type Place, placesOf, randomAt, replacedAt, typedValue } from './find.ts';
import { dataOf, langOf, narrativesOf, rulesOf, type Subject, statementsOf, templatesOf } from './subject.ts';

export const legendErrors = (seed: string): Ways => ({
  'label of a result': (subject) =>
    [...signsPrinted(subject)].flatMap(([concept, sign]) =>
      (['ja', 'en'] as const).flatMap((lang) => {
        const place = labelOf(subject, concept, lang);
        return place ? replacedAt([place], ({ text }) => resultOfSign(text, sign > 0 ? 'loss' : 'gain'), seed) : [];
      }),
    ),
  'names of both outcomes exchanged': (subject) =>
    placesOf([subject.sources.concepts], /gain: *\{[^}]*\b(ja|en): ([^,}\n]+)[^}]*\},?\s+loss: *\{[^}]*\b\1: ([^,}\n]+)/g).flatMap(
      (place) => {
        const [, gain = '', loss = ''] = place.groups;
        const at = (word: string, after: number) => place.start + place.text.indexOf(word, after);
        const first = at(gain, 0);
        const second = at(loss, place.text.indexOf('loss:'));
        const file = place.file.file;
        return [
          {
            changes: [
              { file, start: first, from: gain, to: loss },
              { file, start: second, from: loss, to: gain },
            ],
          },
        ];
      },
    ),
  'unit line': (subject) => scaleWords(subject, /^ *unit: .*$|^ +- .*(?:単位|Expressed).*$/gm, seed),
  'unit in a head': (subject) => scaleWords(subject, /head: [^{},]*(?:百万円|千円|JPY million|JPY thousand)[^{},]*/g, seed),
  'unit in a summary for voices': (subject) =>
    scaleWords(subject, /^ *(?:summary: .*| {2}(?:ja|en): .*(?:単位は|in (?:millions|thousands) of).*)$/gm, seed),
  'scale of a statement': (subject) =>
    replacedAt(
      placesOf(
        statementsOf(subject).filter(({ text }) => /百万円|千円|illions|housands/.test(text)),
        /(?<=^scale: )(thousand|million)$/gm,
      ),
      ({ text }) => (text === 'million' ? 'thousand' : 'million'),
      seed,
    ),
  'legend of rounding': (subject) => [
    ...replacedAt(
      placesOf(legends(subject), /(?<=未満)(?:を)?(切捨て|切り捨て|四捨五入)/g),
      (_, random) => random.pick(roundingsNot(subject).ja),
      seed,
    ),
    ...replacedAt(
      placesOf(legends(subject), /\b(are )?(?:cut off|rounded down)\b/g),
      ({ groups }, random) => `${groups[0]}${random.pick(roundingsNot(subject).en)}`,
      seed,
    ),
  ],
  'legend of negatives': (subject) => [
    ...replacedAt(placesOf(legends(subject), /△(?=は)/g), () => '括弧', seed),
    ...replacedAt(placesOf(legends(subject), /△(?= denotes)/g), () => 'parentheses', seed),
    ...replacedAt(placesOf(legends(subject), /括弧内の金額(?:と比率)?は(?=マイナス)/g), () => '△は', seed),
    ...replacedAt(placesOf(legends(subject), /Figures in parentheses are(?= negative)/g), () => 'Figures with △ are', seed),
  ],
  'standard of the issuer': (subject) =>
    ['ifrs', 'us-gaap', 'j-gaap', 'jmis', 'gaap', 'japanese', 'ifrs-sme'].flatMap((name) =>
      replacedAt(placesOf([subject.sources.issuer], /(?<=^standard: )\S+$/gm), () => name, seed).map((each) => ({
        ...each,
        wrongAsTyped: true as const,
        // Where words of the pages name the standard, they tell; elsewhere it stands once, and what is printed follows it.
        ...(isStandard(name) && { unrevealed: 'the standard is typed once, and what is printed follows it' }),
      })),
    ),
  'name of the standard': standardNames(seed),
  'sentence of another rule': (subject) => {
    const others = rulesOf(subject).standard === 'j-gaap' ? { ja: '国際会計基準', en: 'IFRS' } : { ja: '日本基準', en: 'Japanese GAAP' };
    const rounding = roundingsNot(subject);
    return placesOf(narrativesOf(subject), /(?<=[.。])$/gm)
      .filter(({ line }) => !/^[#<]/.test(line) && /amount/.test(line))
      .map((place) => {
        const said =
          langOf(place.file) === 'ja'
            ? [`連結財務諸表は${others.ja}に基づいて作成しています。`, `金額は百万円未満を${rounding.ja[0]}にて表示しています。`]
            : [` The statements are prepared under ${others.en}.`, ` Amounts in millions of yen are ${rounding.en[0]}.`];
        return replacing(place.file, place.start, '', randomAt(place, seed).pick(said));
      });
  },
  'consolidated or not': (subject) => [
    ...replacedAt(placesOf(templatesOf(subject), /（連結）/g), () => '（非連結）', seed),
    ...replacedAt(placesOf([subject.sources.release], /（連結）/g), () => '（非連結）', seed),
  ],
});

/** Concepts that rows of statements print, and the sign of every figure of them; none where signs differ. */
function signsPrinted({ financials }: Subject): ReadonlyMap<string, 1 | -1> {
  const signs = new Map<string, 1 | -1 | 0>();
  for (const { rows } of financials.statements.values())
    for (const { spec, cells } of rows) {
      if (JSON.stringify(spec).includes('"labels"')) continue;
      for (const cell of cells) {
        if (cell?.measure !== 'amount' || cell.nil) continue;
        const sign = cell.printed.sign;
        signs.set(cell.concept, sign !== 0 && (signs.get(cell.concept) ?? sign) === sign ? sign : 0);
      }
    }
  return new Map([...signs].flatMap(([concept, sign]) => (sign === 0 ? [] : [[concept, sign] as const])));
}

function labelOf({ sources, release }: Subject, concept: string, lang: 'ja' | 'en'): Place | undefined {
  return release.concepts.get(concept)?.labels[lang] === undefined ? undefined : typedValue(sources.concepts, [concept, 'labels', lang]);
}

/** A label of a result with the name of the other outcome; undefined for what names no result of either sign, or both. */
function resultOfSign(label: string, outcome: 'gain' | 'loss'): string | undefined {
  const wanted = outcome === 'gain' ? /(?<=営業|経常|当期|純|投資)損失$/ : /(?<=営業|経常|当期|純|投資)利益$/;
  if (wanted.test(label)) return label.replace(wanted, outcome === 'gain' ? '利益' : '損失');
  if (outcome === 'gain')
    return /^(?:net loss|loss before|equity in net loss|net decrease|operating loss)/i.test(label)
      ? label.replace(/loss/, 'income').replace(/Loss/, 'Income').replace('Decrease', 'Increase')
      : /減少額$/.test(label)
        ? label.replace(/減少額$/, '増加額')
        : undefined;
  return /^(?:operating|ordinary|net|gross) (?:profit|income)$|^income before/i.test(label)
    ? label.replace(/profit|income/, 'loss').replace(/^Income/, 'Loss')
    : undefined;
}

/** Words of a scale in what a pattern finds, each replaced by that of another scale. */
function scaleWords(subject: Subject, where: RegExp, seed: string): readonly Candidate[] {
  const lists = [
    ['百万円', '千円', '億円'],
    ['Millions', 'Thousands', 'Billions'],
    ['millions', 'thousands', 'billions'],
    ['JPY million', 'JPY thousand'],
    ['千米ドル', '百万米ドル'],
  ];
  return placesOf(statementsOf(subject), where).flatMap((line) =>
    lists.flatMap((list) =>
      list.flatMap((word) =>
        [...line.text.matchAll(new RegExp(`(?<![百万千])${word}`, 'g'))].flatMap(({ index }) =>
          replacedAt([{ ...line, start: line.start + index, text: word }], (_, random) => random.pick(othersOf(word, list)), seed),
        ),
      ),
    ),
  );
}

/** Files whose words tell how figures are printed. */
const legends = (subject: Subject) => [...templatesOf(subject), ...statementsOf(subject)];

function roundingsNot(subject: Subject): { readonly ja: readonly string[]; readonly en: readonly string[] } {
  return rulesOf(subject).regime === 'truncate'
    ? { ja: ['四捨五入', '切上げ', '切り上げ'], en: ['rounded to the nearest million', 'rounded', 'rounded up', 'rounded half up'] }
    : { ja: ['切捨て'], en: ['rounded down', 'truncated'] };
}

/** Names of standards in titles, words of layouts, captions and narratives. */
function standardNames(seed: string): Way {
  const lists = [
    ['日本基準', 'ＩＦＲＳ', '米国基準', '国際会計基準', 'IFRS'],
    ['米国会計基準', '日本会計基準', '国際会計基準'],
    ['[Japanese GAAP]', '[IFRS]', '[U.S. GAAP]'],
  ];
  return (subject) =>
    lists.flatMap(([own = '', ...others]) =>
      others.flatMap((other) =>
        replacedAt(
          placesOf([...templatesOf(subject), ...dataOf(subject)], new RegExp(own.replace(/[[\].]/g, '\\$&'), 'g')),
          () => other,
          seed,
        ),
      ),
    );
}

const isStandard = (name: string): boolean => (standards as readonly string[]).includes(name);
