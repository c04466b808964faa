// Turn answers of a form that differ between two languages, 有 beside "none", or that are two flags of the release, into findings.
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Lang } from '../../model/language.ts';
import { matchesIn } from '../../model/matches.ts';
import { quoted } from '../../model/printable.ts';
import type { Answer } from '../../model/release.ts';
import { say, sayAll, sayWord } from '../../model/say.ts';
import type { Span, Stretch } from '../../model/span.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { folded, type TypedText } from '../typed-text.ts';
import { languagePlaces } from './language-places.ts';
import { languagePairs } from './languages.ts';

export const flagsAgree: DocumentCheck = {
  code: 'check/flag',
  severity: 'error',
  hint: 'one of the two was not brought up to date: write the same answer in every language',
  run: (printed) => [...differentFlags(printed), ...flagsOfSomeLanguages(printed)],
};

/** An answer where it stands. */
interface Flag extends Stretch {
  readonly text: TypedText;
  readonly says: Answer;
  /** The flag of the release that it prints; undefined for one that was typed. */
  readonly flag?: string;
  /** The number of its matter, where the text begins with one, below that of the main matter. */
  readonly number: string;
}

function differentFlags(printed: Printed): readonly FindingDetails[] {
  const pairs = languagePairs(printed.document.languages);
  if (pairs.length === 0) return [];
  return languagePlaces(printed.document, printed.release).flatMap((place) =>
    pairs.flatMap(([one, other]) => {
      const [here, there] = [place.get(one), place.get(other)];
      return here && there ? differences(here, there).map(([a, b]) => difference(a, b, printed)) : [];
    }),
  );
}

type FlagPair = readonly [Flag, Flag];

/** By the numbers of their matters; without numbers by how many say yes, since matters may stand in another order. */
function differences(here: readonly TypedText[], there: readonly TypedText[]): readonly FlagPair[] {
  const [own, others] = [flagsOfTexts(here), flagsOfTexts(there)];
  const [ofHere, ofThere] = [own.flat(), others.flat()];
  if (ofHere.length === 0 || ofThere.length === 0) return [];
  const numbered = byNumber(ofThere);
  if (numbered && byNumber(ofHere)) {
    const pairs = ofHere.flatMap((flag) => {
      const other = numbered.get(flag.number);
      return other ? [[flag, other] as const] : [];
    });
    if (pairs.length === ofHere.length) return pairs.filter(([one, other]) => areUnlike(one, other));
  }
  if (ofHere.length === ofThere.length) return unequal(ofHere, ofThere);
  return own.length === others.length
    ? own.flatMap((flags, index) => (flags.length === others[index]?.length ? unequal(flags, others[index] ?? []) : []))
    : [];
}

/** Two flags are unlike whatever they answer now. */
const areUnlike = (one: Flag, other: Flag): boolean =>
  one.says !== other.says || (one.flag !== undefined && other.flag !== undefined && one.flag !== other.flag);

/** Undefined where a flag has no number, or two have one. */
function byNumber(flags: readonly Flag[]): ReadonlyMap<string, Flag> | undefined {
  const numbers = new Map(flags.map((flag) => [flag.number, flag]));
  return numbers.size === flags.length && !numbers.has('') ? numbers : undefined;
}

/** What both print by one flag is alike. Of the rest, flags in their order; else as many as there are more of one answer on one side, from the first that differ. */
function unequal(here: readonly Flag[], there: readonly Flag[]): readonly FlagPair[] {
  const [own, others] = [without(here, there), without(there, here)];
  if ([...own, ...others].every(({ flag }) => flag !== undefined)) {
    return own.flatMap((flag, index): readonly FlagPair[] => (others[index] ? [[flag, others[index]]] : []));
  }
  const yes = (flags: readonly Flag[]): number => flags.filter(({ says }) => says === 'yes').length;
  const more = yes(own) - yes(others);
  const says = more > 0 ? 'yes' : 'no';
  return own
    .flatMap((flag, index): readonly FlagPair[] => {
      const other = others[index];
      return other && flag.says === says && other.says !== says ? [[flag, other]] : [];
    })
    .slice(0, Math.abs(more));
}

/** Without those that `others` prints by the same flag, each as often as it stands there. */
function without(flags: readonly Flag[], others: readonly Flag[]): readonly Flag[] {
  const left = new Map<string, number>();
  for (const { flag } of others) if (flag !== undefined) left.set(flag, (left.get(flag) ?? 0) + 1);
  return flags.filter(({ flag }) => {
    const count = flag === undefined ? 0 : (left.get(flag) ?? 0);
    if (flag !== undefined && count > 0) left.set(flag, count - 1);
    return count === 0;
  });
}

/** Those of each text. */
function flagsOfTexts(texts: readonly TypedText[]): readonly (readonly Flag[])[] {
  let main = '';
  return texts.map((text) => {
    const { numbers } = language(text.lang).words.flags;
    const head = folded(`${text.label ?? ''}${text.typed.slice(0, reachOfNumber)}`);
    const number = numbers.main.exec(head)?.[1];
    const sub =
      number === undefined
        ? numbers.sub
            .exec(head)
            ?.slice(1)
            .find((each) => each !== undefined)
        : undefined;
    if (number !== undefined) main = String(Number(number));
    const name = number !== undefined ? main : sub === undefined ? '' : `${main}.${ordinalOf(sub)}`;
    return flagsOf(text).map((flag) => ({ ...flag, text, number: name }));
  });
}

/** Characters at the start of a text in which its number stands. */
const reachOfNumber = 8;

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** ①, i and a are the first. */
function ordinalOf(sub: string): number {
  const circled = sub.charCodeAt(0) - 0x2460;
  if (circled >= 0 && circled < 20) return circled + 1;
  const roman = romans.indexOf(sub.toLowerCase());
  return roman >= 0 ? roman + 1 : sub.toLowerCase().charCodeAt(0) - 0x60;
}

/** Characters after a mark in which an answer stands. */
const reachOfAnswer = 24;

function flagsOf({ typed, lang, runs }: TypedText): readonly (Stretch & Pick<Flag, 'says' | 'flag'>)[] {
  const { marks, yes, no, nothing } = language(lang).words.flags;
  const found: (Stretch & Pick<Flag, 'says' | 'flag'>)[] = runs.flatMap(({ inline: { bound }, start, end }) =>
    bound?.by === 'flag' ? [{ start, end, says: bound.says, flag: bound.flag }] : [],
  );
  const read = (start: number, whole: boolean): void => {
    const rest = typed.slice(start, start + reachOfAnswer);
    const said = yes.exec(rest)?.[0] ?? no.exec(rest)?.[0];
    if (said === undefined || (whole && /[^\s.。]/.test(rest.slice(said.length)))) return;
    found.push({ start, end: start + said.length, says: yes.test(rest) ? 'yes' : 'no' });
  };
  if (typed.length <= reachOfAnswer) read(typed.length - typed.trimStart().length, true);
  for (const { index, 0: mark } of matchesIn(typed, marks)) read(index + mark.length, false);
  for (const { index, 0: words } of matchesIn(typed, nothing)) {
    if (found.every(({ start, end }) => index >= end || index + words.length <= start))
      found.push({ start: index, end: index + words.length, says: 'no' });
  }
  return found.sort((a, b) => a.start - b.start);
}

function difference(one: Flag, other: Flag, { locate }: Printed): FindingDetails {
  const words = ({ text, start, end, flag }: Flag): string =>
    say`${quoted(text.text.slice(start, end))}${flag === undefined ? '' : say` (flag ${flag})`}`;
  const place = ({ text, start, end }: Flag) => locate(text, start, end - start) ?? text.runs[0]?.inline.at;
  const name = (lang: Lang): string => language(lang).name;
  const [at, otherAt] = [place(one), place(other)];
  const hint = hintOf(one, other);
  return {
    message: say`the ${name(one.text.lang)} answers ${words(one)} where the ${name(other.text.lang)} answers ${words(other)}`,
    ...(at ? { at } : {}),
    ...(otherAt ? { related: [{ at: otherAt, message: say`the ${name(other.text.lang)} answers ${words(other)}` }] } : {}),
    ...(hint === undefined ? {} : { hints: [hint] }),
  };
}

function hintOf(one: Flag, other: Flag): string | undefined {
  if (one.flag !== undefined && other.flag !== undefined) return 'print one flag in both languages';
  const flag = one.flag ?? other.flag;
  return flag === undefined ? undefined : say`write {{flag "${flag}"}} in both languages, and its answer in release.yaml`;
}

/** One note for each flag that some of the languages print and others do not. */
function flagsOfSomeLanguages({ texts, document }: Printed): readonly FindingDetails[] {
  const written = document.languages.filter((lang) => document.parts.some((part) => part.lang === lang));
  const printed = new Map<string, Map<Lang, Span>>();
  for (const { lang, runs } of texts) {
    for (const { inline } of runs) {
      if (inline.bound?.by !== 'flag') continue;
      const places = printed.get(inline.bound.flag) ?? new Map<Lang, Span>();
      printed.set(inline.bound.flag, places);
      if (!places.has(lang)) places.set(lang, inline.at);
    }
  }
  return [...printed].flatMap(([flag, places]): readonly FindingDetails[] => {
    if (places.size === written.length) return [];
    const [at] = places.values();
    const names = sayAll(
      [...places.keys()].map((lang) => language(lang).name),
      ' and ',
    );
    return [
      {
        severity: 'note',
        message: say`only the ${names} ${places.size === 1 ? sayWord('prints') : sayWord('print')} flag ${flag}`,
        ...(at ? { at } : {}),
      },
    ];
  });
}
