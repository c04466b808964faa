// Turn the comparisons of a release into words for them, the right ones or the opposite: each way serves for errors and for harmless edits.
import { type Seeded, seeded, seedOf } from '../seeded-random.ts';
import { type Call, callsOf, textAfter, textBefore } from './calls.ts';
import { type Candidate, replacing, type Way, type Ways } from './edits.ts';
import { placesOf, replacedAt } from './find.ts';
import { narrativesOf, printedAt, type Subject, wentUp } from './subject.ts';
import {
  above,
  afterPercent,
  bareNouns,
  baseNames,
  inflected,
  nouns,
  opposite,
  resultNouns,
  results,
  suru,
  verbs,
  wayOf,
  wordFor,
} from './words.ts';

/** Words turned round, by way of making them. */
export const turnedWords = (seed: string): Ways => waysOf(seed, true);

/** Other right words, by the same ways. */
export const rightWords = (seed: string): Ways => waysOf(seed, false);

function waysOf(seed: string, wrong: boolean): Ways {
  const said = (way: 'up' | 'down'): 'up' | 'down' => (wrong ? opposite(way) : way);
  const randomAt = ({ file, start }: Pick<Call, 'file' | 'start'>): Seeded => seeded(seedOf(`${seed} ${file.file} ${start} ${wrong}`));
  const each =
    (make: (call: Call, random: Seeded, subject: Subject) => Candidate | undefined): Way =>
    (subject) =>
      callsOf(subject).flatMap((call) => make(call, randomAt(call), subject) ?? []);
  const typed =
    (pattern: RegExp, by: (text: string, next: string, random: Seeded) => string): Way =>
    (subject) =>
      narrativesOf(subject).flatMap((file) =>
        [...file.text.matchAll(pattern)].map(({ index, 0: text }) =>
          replacing(file, index, text, by(text, file.text[index + text.length] ?? '', randomAt({ file, start: index }))),
        ),
      );
  return {
    'verb before a movement': typed(
      /\b(rose|fell|grew|declined|jumped)(?= (?:as expected )?(?:by|to) (?:approximately )?\{\{)/g,
      (text, _, random) => wordFor(verbs, said(/fell|declined/.test(text) ? 'down' : 'up'), random),
    ),
    'verb after where it went': typed(/(?<=\}\}|）)(?:へ拡大した|へ伸びている|に跳ね上がった)/g, (text, _, random) =>
      random.pick(
        wrong
          ? ['へ落ち込んでいる', 'に縮小した', 'へ減少した']
          : ['へ増加した', 'に伸びた', 'へ拡大している'].filter((each) => each !== text),
      ),
    ),
    'result of the other sign': typed(/(?<=compared to )(?:a loss|income|a gain)(?= of \{\{amount)/g, (text) =>
      wrong ? (text === 'a loss' ? 'income' : 'a loss') : text,
    ),
    'verb after a movement': typed(/(?<=\}\})(増加|減少)(?=し)/g, (text, _, random) =>
      wordFor(suru, said(text === '増加' ? 'up' : 'down'), random),
    ),
    'inflected verb after a movement': typed(/(?<=\}\})(増加し|減少し)(?=[、た])/g, (text, next, random) =>
      random.pick(inflected[said(text === '増加し' ? 'up' : 'down')][next === 'た' ? 'past' : 'joined']),
    ),
    'word for a direction': each((call, random, subject) => {
      if (call.helper !== 'direction') return undefined;
      const way = wayOf(printedAt(subject, call.file, call.start) ?? '');
      if (!way) return undefined;
      const form = call.options.get('form') ?? 'noun';
      const words =
        call.lang === 'ja'
          ? form === 'improvement'
            ? resultNouns
            : suru
          : { noun: nouns, verb: { up: verbs.up.slice(0, 4), down: verbs.down.slice(0, 5) }, word: bareNouns, improvement: results }[form];
      return words && replacing(call.file, call.start, call.text, wordFor(words, said(way), random));
    }),
    'word beside a change': each((call, random, subject) => {
      const printed = printedAt(subject, call.file, call.start) ?? '';
      const way = wayOf(printed);
      if (call.helper !== 'change' || !way || !/[%％]/.test(printed)) return undefined;
      const form = call.options.get('form') ?? 'noun';
      if (form === 'bare' || form === 'signed') return undefined;
      const bare = call.text.replace(/ form="\w+"/, '').replace(/\}\}$/, ' form="bare"}}');
      return replacing(call.file, call.start, call.text, changeIn(call, form, bare, said(way), random));
    }),
    'noun after a multiple': typed(/(?<=\{\{times [^}]*\}\} )increase/g, (_, __, random) => wordFor(bareNouns, said('up'), random)),
    'noun after a rate of growth': typed(/(?<=\{\{percent [^}]*\}\}の?)(増|伸び)(?=を)/g, (text) =>
      wrong ? ({ 増: '減', 伸び: '落ち込み' }[text] ?? text) : ({ 増: 'の増加', 伸び: '増加' }[text] ?? text),
    ),
    'name of the base': (subject) =>
      (['ja', 'en'] as const).flatMap((lang) => {
        const names = Object.values(baseNames[lang]).flat().join('|');
        const beside =
          lang === 'ja'
            ? new RegExp(`(?:${names})(?=(?:比約?|に比べ)\\{\\{\\w+ "[\\w.-]+"(?! period))`, 'g')
            : new RegExp(`(?<=\\{\\{(?:change|direction|amount) (?![^}]*full-year)[^}]*\\}\\} (?:from|compared to) )(?:${names})`, 'g');
        return replacedAt(placesOf(narrativesOf(subject), beside), ({ text }, random) => random.pick(otherNames(lang, text, wrong)), seed);
      }),
    'verb before an amount that is compared': each((call, random, subject) => {
      const verb = /\b(came to|was|were|totaled|amounted to) $/.exec(textBefore(call));
      const compared = /^[^{]{0,24}\{\{change "([\w.-]+)" from="([\w-]+)"\}\}/.exec(textAfter(call));
      if (call.helper !== 'amount' || call.options.has('period') || !verb || compared?.[1] !== call.concept) return undefined;
      const up = wentUp(subject, call.concept, compared[2] ?? '');
      if (up === undefined) return undefined;
      const past = wordFor({ up: verbs.up.slice(0, 5), down: verbs.down.slice(0, 5) }, said(up ? 'up' : 'down'), random);
      return replacing(call.file, call.start - (verb[0]?.length ?? 0), verb[0] ?? '', `${past} to `);
    }),
    'amount held against another': each((call, random, subject) => {
      if (call.helper !== 'amount' || call.options.has('period')) return undefined;
      const from = basesOf(call, subject)[0];
      const up = from === undefined ? undefined : wentUp(subject, call.concept, from);
      if (from === undefined || up === undefined) return undefined;
      const word = random.pick(above[call.lang][said(up ? 'up' : 'down')]);
      const base = call.text.replace(/\}\}$/, ` period="${from}"}}`);
      const name = baseNames[call.lang][from]?.[0] ?? '';
      const clause = call.lang === 'ja' ? `（${name}の${base}${word}）` : `, ${word} the ${base} of ${name},`;
      return replacing(call.file, call.start + call.text.length, '', clause);
    }),
    'word of both sales and profit': each((call, random, subject) => {
      const before = /売上高は$/.exec(textBefore(call));
      const from = basesOf(call, subject)[0];
      const sales = from === undefined ? undefined : wentUp(subject, call.concept, from);
      if (call.lang !== 'ja' || call.helper !== 'amount' || call.options.has('period') || !before || sales === undefined) return undefined;
      return replacing(call.file, call.start, '', said(sales ? 'up' : 'down') === 'up' ? random.pick(['増収の', '増収となる']) : '減収の');
    }),
  };
}

/** Other names of the same base; or the usual name of each other base. */
function otherNames(lang: 'ja' | 'en', name: string, wrong: boolean): readonly string[] {
  const bases = Object.values(baseNames[lang]);
  if (wrong) return bases.flatMap((names) => (names.includes(name) ? [] : names.slice(0, 1)));
  return bases.flatMap((names) => (names.includes(name) ? names.filter((each) => each !== name) : []));
}

/** The words of one language for a change of so many percent. */
function changeIn({ lang }: Call, form: string, bare: string, way: 'up' | 'down', random: Seeded): string {
  if (lang === 'ja')
    return `${bare}${form === 'improvement' ? `の${wordFor(resultNouns, way, random)}` : wordFor(afterPercent, way, random)}`;
  if (form === 'verb') return `${wordFor(verbs, way, random)} by ${bare}`;
  if (form === 'improvement') return `${wordFor(results, way, random)} by ${bare}`;
  const [adverb, adjective] = way === 'up' ? ['up', 'higher'] : ['down', 'lower'];
  return random.pick([`${wordFor(nouns, way, random)} of ${bare}`, `${adverb} ${bare}`, `${bare} ${adjective}`]);
}

/** Roles that the text of any language compares the concept of a call with. */
function basesOf({ concept }: Call, subject: Subject): readonly string[] {
  const compared = callsOf(subject).filter((each) => each.concept === concept && !each.options.has('period'));
  return [...new Set(compared.flatMap(({ options }) => options.get('from') ?? []))].filter((role) => role in baseNames.en);
}
