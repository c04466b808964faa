// Turn narratives into ones with other sentences round the same figures: added, reordered, parted, quoted, with right figures in other units.
import { literalAdded } from './added-literal.ts';
import { callsOf, withOption } from './calls.ts';
import { type Candidate, replacing, type Ways } from './edits.ts';
import { type Place, placesOf, randomAt, replacedAt } from './find.ts';
import { amountOf, langOf, narrativesOf, rulesOf, type Subject } from './subject.ts';

/** Sentences without figures: causes, things that went up and down, opinions. */
const causes = {
  en: [
    'Material costs fell, and freight became dearer.',
    'Demand declined in some regions and recovered in others.',
    'The number of employees did not increase.',
    'Prices of energy rose sharply during the period.',
  ],
  ja: [
    '材料価格は下落し、運賃は上昇しました。',
    '一部の地域では需要が減少しましたが、他の地域では回復しました。',
    '人員の増加はありませんでした。',
    'エネルギー価格の高騰が続きました。',
  ],
};
const quotations = {
  en: [
    '“Orders fell at first and rose later,” said a manager.',
    'The press wrote of “a sharp decline in sales of the industry.”',
    'Customers call the service “higher and lower at once.”',
  ],
  ja: [
    '社長は「受注は減少したのち増加に転じた」と述べました。',
    '業界紙は「市場の縮小」を報じました。',
    '「増収減益は避けたい」との声もありました。',
  ],
};
const openings = {
  en: [
    'Despite rising freight costs, ',
    'With lower material costs, ',
    'While demand weakened in some regions, ',
    'Against a falling yen, ',
  ],
  ja: ['材料価格の下落と人件費の増加が続くなか、', '需要の減少が懸念されるなか、', '円安の進行により、'],
};

/** Sentences with digits or number words that belong to no fact, and the literals that say so. */
const withLiterals: Readonly<Record<'ja' | 'en', readonly (readonly [string, string])[]>> = {
  en: [
    [' The business was founded in 1987.', '{kind: date, text: founded in 1987, why: year of foundation}'],
    [' There are twelve branch offices.', '{kind: count, text: twelve branch offices, why: offices}'],
  ],
  ja: [
    ['当社は1987年に創業しました。', '{kind: date, text: 1987年に創業, why: year of foundation}'],
    ['拠点は12か所あります。', '{kind: count, text: 12か所, why: offices}'],
  ],
};

export const harmlessSentences = (seed: string): Ways => ({
  'sentence of causes': (subject) => insertedAfter(subject, causes, seed),
  'sentence that quotes': (subject) => insertedAfter(subject, quotations, seed),
  'cause before a figure': (subject) => [
    ...replacedAt(
      placesOf(
        narrativesOf(subject),
        /(?<=\. )(?:Net sales|Total assets|Liabilities|Net assets|Operating|Sales|General|Revenues|Dividends)(?= )/g,
      ),
      ({ text }, random) => random.pick(openings.en) + text.charAt(0).toLowerCase() + text.slice(1),
      seed,
    ),
    ...replacedAt(
      placesOf(narrativesOf(subject), /(?<=^|。)(?:負債は|純資産は|この結果、)/gm),
      ({ text }, random) => random.pick(openings.ja) + (text === 'この結果、' ? '' : text),
      seed,
    ),
  ],
  'sentence with a right figure': (subject) => insertedAfter(subject, figures(subject), seed),
  'sentence of a rule': (subject) => insertedAfter(subject, rules(subject), seed),
  'sentences exchanged': (subject) => [...exchangedSentences(subject, 'en'), ...exchangedSentences(subject, 'ja')],
  'items exchanged': (subject) =>
    placesOf(narrativesOf(subject), /^- .*\n- .*$/gm).map(({ file, start, text }) =>
      replacing(file, start, text, text.split('\n').toReversed().join('\n')),
    ),
  'paragraph parted': (subject) => [
    ...replacedAt(
      placesOf(narrativesOf(subject), /(?<=\S\.)(?<!Inc\.) (?=(?:Net|Liabilities|Total|The|Dividends|IIJ|In|With)\b)/g).filter(inProse),
      () => '\n\n',
      seed,
    ),
    ...replacedAt(placesOf(narrativesOf(subject), /(?<=。)(?=[^\n<）」])/g).filter(inProse), () => '\n\n', seed),
  ],
  'comment in a narrative': (subject) =>
    replacedAt(
      placesOf(narrativesOf(subject), /^(?=[A-Z\p{L}].*\{\{)/gmu).filter(inProse),
      (_, random) => random.pick(['{{!-- sales fell by 3%? ask again --}}\n', '{{!-- 前期比 12.3%減 の草案 --}}\n']),
      seed,
    ),
  emphasis: (subject) =>
    replacedAt(
      placesOf(narrativesOf(subject), /\b(?:Net sales|operating profit|total assets|Gross margin|Total revenues)\b/g).filter(inProse),
      ({ text }, random) => random.pick([`*${text}*`, `**${text}**`]),
      seed,
    ),
  'amount in another unit': (subject) =>
    callsOf(subject).flatMap((call) => {
      const value = amountOf(subject, call.concept, call.options.get('period'));
      if (call.helper !== 'amount' || call.options.get('in') !== 'million' || !value || Math.abs(Number(value.toFixed(0))) < 2e9) return [];
      const to = call.lang === 'en' ? withOption(call, 'in', 'billion').replace(/\}\}$/, ' decimals=2}}') : withOption(call, 'in', 'oku');
      return [replacing(call.file, call.start, call.text, to)];
    }),
  'neutral word of change': (subject) => [
    ...replacedAt(
      placesOf(narrativesOf(subject), /\{\{direction "[\w.-]+" from="[\w-]+"\}\}(?= of \{\{amount)/g),
      (_, random) => random.pick(['a change', 'a movement', 'a difference']),
      seed,
    ).filter(({ changes }) => /\.en\.md$/.test(changes[0]?.file ?? '')),
    ...replacedAt(placesOf(narrativesOf(subject), /\{\{direction "[\w.-]+" from="[\w-]+"\}\}し(?=ました)/g), () => '変動し', seed),
  ],
  'words with a literal': (subject) =>
    sentenceEnds(subject).flatMap((place) => {
      const [sentence, literal] = randomAt(place, seed).pick(withLiterals[langOf(place.file) === 'ja' ? 'ja' : 'en']);
      return [{ changes: [{ file: place.file.file, start: place.start, from: '', to: sentence }, literalAdded(subject, literal)] }];
    }),
});

/** Right sentences on the standard and on rounding; plans to change the standard are no claim of it. */
function rules(subject: Subject): Readonly<Record<'ja' | 'en', readonly string[]>> {
  const { standard, regime } = rulesOf(subject);
  const [ja, en] = standard === 'j-gaap' ? ['日本基準', 'Japanese GAAP'] : ['米国会計基準', 'U.S. GAAP'];
  const cut = regime === 'truncate';
  return {
    en: [
      `The consolidated financial statements are prepared under ${en}.`,
      'The adoption of IFRS is under consideration, and no date has been set.',
      'Percentages are rounded to one decimal place.',
      ...(cut ? ['Amounts below the unit are rounded down.'] : []),
    ],
    ja: [
      `連結財務諸表は${ja}に基づいて作成しています。`,
      '国際会計基準（IFRS）の適用については、今後検討してまいります。',
      '比率は小数点以下を四捨五入しています。',
      ...(cut ? ['金額は百万円未満を切り捨てて表示しています。'] : []),
    ],
  };
}

/** Ends of paragraphs of prose. */
const sentenceEnds = (subject: Subject): readonly Place[] => placesOf(narrativesOf(subject), /(?<=[.。])$/gm).filter(inProse);

/** Not a heading, a note, or a line of markup. */
const inProse = ({ line }: Place): boolean => !/^(?:#|<|\{\{!)/.test(line) && line.length > 40;

/** A sentence of its language behind each paragraph. */
function insertedAfter(subject: Subject, sentences: Readonly<Record<'ja' | 'en', readonly string[]>>, seed: string): readonly Candidate[] {
  return sentenceEnds(subject).flatMap((place) => {
    const list = sentences[langOf(place.file) === 'ja' ? 'ja' : 'en'];
    if (list.length === 0) return [];
    const sentence = randomAt(place, seed).pick(list);
    return [replacing(place.file, place.start, '', langOf(place.file) === 'ja' ? sentence : ` ${sentence}`)];
  });
}

/** Sentences that give a figure of the release under its own label, alone or beside that of the year before. */
function figures(subject: Subject): Readonly<Record<'ja' | 'en', readonly string[]>> {
  const concepts = [
    ...new Set(
      callsOf(subject).flatMap(({ helper, concept, options }) => (helper === 'amount' && options.get('in') === 'million' ? [concept] : [])),
    ),
  ];
  const told = concepts.flatMap((concept) => {
    const { labels } = subject.release.concepts.get(concept) ?? {};
    const [now, before] = [amountOf(subject, concept), amountOf(subject, concept, 'prior-year')];
    if (!labels?.ja || !labels.en || now?.sign !== 1 || /増減|△|^move/.test(`${labels.ja.value}${concept}`)) return [];
    return [{ concept, ja: labels.ja.value, en: labels.en.value, compared: before?.sign === 1 }];
  });
  return {
    en: told.flatMap(({ concept, en, compared }) => [
      `${en}: {{amount "${concept}" in="million"}}.`,
      `${en}, as reported on {{date "announced.en"}}, came to {{amount "${concept}" in="million"}}.`,
      ...(compared
        ? [
            `${en} came to {{amount "${concept}" in="million"}}, compared to {{amount "${concept}" period="prior-year" in="million"}} in the same period of the previous year.`,
          ]
        : []),
    ]),
    ja: told.flatMap(({ concept, ja, compared }) => [
      `${ja}は{{amount "${concept}" in="million"}}でした。`,
      `{{date "current.start"}}から{{date "current.end"}}までの${ja}は{{amount "${concept}" in="million"}}です。`,
      ...(compared
        ? [`${ja}は{{amount "${concept}" in="million"}}（前年同期は{{amount "${concept}" period="prior-year" in="million"}}）でした。`]
        : []),
    ]),
  };
}

/** Two sentences of a paragraph, neither of which leans on the one before. */
function exchangedSentences(subject: Subject, lang: 'ja' | 'en'): readonly Candidate[] {
  const leaning =
    lang === 'ja'
      ? /^(?:この|これ|また|同|その|尚|一方|しかし)|^[）」]/
      : /^(?:This|These|It|At the same|However|In addition|Also|The (?:increase|decrease|loss|Group's|high|\{\{))/;
  return placesOf(
    narrativesOf(subject).filter((file) => langOf(file) === lang),
    /^(?![#<{-]).{60,}$/gm,
  ).flatMap(({ file, start, text }) => {
    const sentences = text.split(lang === 'ja' ? /(?<=。)(?![）」])/ : /(?<=[a-z}]\.) (?=[A-Z])/);
    const space = lang === 'ja' ? '' : ' ';
    return sentences.slice(1).flatMap((second, index) => {
      const first = sentences[index] ?? '';
      if (leaning.test(first) || leaning.test(second) || leaning.test(sentences[index + 2] ?? '') || /[“"”」]/.test(first + second))
        return [];
      const at = start + sentences.slice(0, index).reduce((sum, each) => sum + each.length + space.length, 0);
      return [replacing(file, at, `${first}${space}${second}`, `${second}${space}${first}`)];
    });
  });
}
