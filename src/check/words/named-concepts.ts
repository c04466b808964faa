// Turn amounts with the name of another concept right before them into findings: `Total assets were`, and the net assets.
import type { Account } from '../../language/accounts.ts';
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { type AccountNames, accountNames } from '../heads/named-accounts.ts';
import type { TypedText } from '../typed-text.ts';
import { type Mention, mentionsOf } from './amount-mentions.ts';
import { type ConceptParts, conceptParts } from './concept-parts.ts';

/** Only a whole name tells: the sales of a part of the issuer, and what a longer name says, stay free. */
export const namedConcepts: DocumentCheck = {
  code: 'check/named-concept',
  severity: 'error',
  run: (printed) => {
    const { release, financials, texts } = printed;
    const names = accountNames(release);
    const byName = new Map<string, readonly string[]>();
    for (const lang of release.languages) {
      for (const concept of release.concepts.keys()) {
        for (const name of names.namesOf(concept, lang)) byName.set(`${lang} ${name}`, [...(byName.get(`${lang} ${name}`) ?? []), concept]);
      }
    }
    const known: Known = { names, byName, parts: conceptParts(release, financials) };
    return texts.flatMap((text) => (text.runs.some(({ inline }) => inline.figure !== undefined) ? misnamedIn(text, known, printed) : []));
  },
};

interface Known {
  readonly names: AccountNames;
  /** Concepts by language and name. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly parts: ConceptParts;
}

/** Characters before an amount in which it is named. */
const around = 140;

function misnamedIn(text: TypedText, known: Known, printed: Printed): readonly FindingDetails[] {
  const { amountNames } = language(text.lang).words;
  if (!amountNames) return [];
  const plain = text.typed.replace(/[\u00a0\u202f]/g, ' ');
  return mentionsOf(text, printed).flatMap((mention) => {
    const { figure, start, end } = mention;
    if (figure.measure === 'percent-of') return [];
    const from = Math.max(0, start - around);
    const found = amountNames.name.exec(plain.slice(from, start));
    const name = found?.[1];
    if (!found || name === undefined || (from > 0 && found.index === 0)) return [];
    if (amountNames.movedAfter.test(plain.slice(end, end + around))) return [];
    const wordings = [name, name.replace(amountNames.lead, '')].flatMap((each) =>
      amountNames.tail ? [each, each.replace(amountNames.tail, '')] : [each],
    );
    // `The loss` is the one of which the text speaks.
    const { gain, loss } = language(text.lang).words.results;
    if (wordings.some((each) => each.replace(gain, '').replace(loss, '').trim() === '')) return [];
    const meant = otherConcept(wordings, mention, text, known, printed);
    if (meant === undefined) return [];
    const place = plain.slice(0, start).lastIndexOf(name);
    const words = printed.literalsIn(text).filter(({ literal }) => literal.kind === 'word');
    if (words.some((each) => each.start <= place && place + name.length <= each.end)) return [];
    const own = mention.concept.labels[text.lang]?.value ?? mention.concept.id;
    return [
      {
        message: say`${quoted(name)} stands before ${mention.text}, which is ${figure.fact} (${own})`,
        at: figure.at,
        hints: [
          say`print ${meant} there, or name ${mention.concept.id}`,
          say`if the words mean this figure, list them under literals: {kind: word, text: ${JSON.stringify(name)}, why: …}`,
        ],
      },
    ];
  });
}

/** What a name is of, where that is another concept than the amount's; undefined where it may be its own, or where nothing tells. */
function otherConcept(
  wordings: readonly string[],
  { concept }: Mention,
  { lang }: TypedText,
  { names, byName, parts }: Known,
  { release }: Printed,
): string | undefined {
  const own = names.namesOf(concept.id, lang);
  const said = new Set(wordings.flatMap((wording) => names.namesIn(wording, lang)));
  if (own.size === 0 || [...said].some((name) => own.has(name))) return undefined;
  const meant = new Set([...said].flatMap((name) => byName.get(`${lang} ${name}`) ?? []));
  const isAlike = (id: string): boolean => release.concepts.get(id)?.unit === concept.unit;
  const others = [...meant].filter(isAlike);
  const [accounts, ownAccounts] = [wordings.flatMap((wording) => names.accountsIn(wording, lang)), names.accountsOf(concept.id)];
  if (accounts.length > 0 && ownAccounts.size > 0) {
    const isOwn = accounts.some((account) => [...ownAccounts].some((other) => groupOf(account) === groupOf(other)));
    if (isOwn) return undefined;
    return others[0] ?? (meant.size === 0 && concept.unit === 'money' ? accounts[0] : undefined);
  }
  // A short form of a longer name may be its own.
  if ([...said].some((name) => [...own].some((label) => label.includes(name)))) return undefined;
  const isOther = (id: string): boolean =>
    (parts.standTogether(id, concept.id) || isUnlike(id)) && !parts.isPart(concept.id, id) && !parts.isMadeOf(concept.id, id);
  // What no statement prints beside it is another thing where the two names have nothing in common, and their ids begin otherwise.
  const isUnlike = (id: string): boolean =>
    id.split('.')[0] !== concept.id.split('.')[0] &&
    !language(lang).concepts.forecast.test(concept.labels[lang]?.value ?? '') &&
    [...names.namesOf(id, lang)].every((name) => [...own].every((other) => !shareWords(name, other)));
  return others.length > 0 && others.every(isOther) ? others[0] : undefined;
}

/** Whether two names have letters in a row in common: two where a letter says much, five where it says little. */
function shareWords(one: string, other: string): boolean {
  const length = /^[\p{ASCII}’]*$/u.test(one + other) ? 5 : 2;
  if (one.length < length) return other.includes(one);
  for (let at = 0; at + length <= one.length; at++) if (other.includes(one.slice(at, at + length))) return true;
  return false;
}

/** In a sentence profit is often that of the owners. */
const groupOf = (account: Account): Account => (account === 'profit-of-owners' ? 'profit' : account);
