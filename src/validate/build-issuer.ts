// Turn issuer.yaml into the issuer, its contacts seen to lead somewhere, and the relations that its facts keep.
import type * as z from 'zod/mini';
import { language } from '../language/languages.ts';
import type { Exact } from '../model/exact.ts';
import { dataLimits } from '../model/limits.ts';
import { isMailbox, linkTarget } from '../model/link-target.ts';
import { quoted } from '../model/printable.ts';
import type { ChangePolicy, Issuer, Relation } from '../model/release.ts';
import { say } from '../model/say.ts';
import { buildSplits } from './build-splits.ts';
import { tooMany } from './check-texts.ts';
import type { issuerSchema } from './schema/issuer.ts';
import type { Scope } from './scope.ts';

type IssuerData = z.infer<ReturnType<typeof issuerSchema>>;

/** `folder` is the name that the issuer's files are found under. */
export function buildIssuer(data: IssuerData, folder: string, scope: Scope): Issuer {
  const { fail, at } = scope;
  if (data.id !== folder) {
    fail({
      code: 'validate/wrong-type',
      message: say`id is ${data.id}, but the folder is ${folder}`,
      path: ['id'],
      hints: ['give both the same name'],
    });
  }
  if (data.translation !== undefined && !/^[A-Z]{3}$/.test(data.translation)) {
    const message = say`translation is ${quoted(data.translation)}, not the code of a currency`;
    fail({ code: 'validate/wrong-type', message, path: ['translation'], hints: ['write three capitals, such as USD'] });
  }
  checkLanguages(data.languages, scope);
  checkCalendar(data.calendar, scope);
  const abbreviations = Object.entries(data.abbreviations);
  if (abbreviations.length > dataLimits.abbreviations) {
    const words = tooMany('abbreviations', abbreviations.length, dataLimits.abbreviations);
    fail({ code: 'validate/wrong-type', ...words, path: ['abbreviations'], key: true });
  }
  for (const [name, value] of Object.entries(data.contacts)) checkContact(name, value, scope);
  const change = buildChangePolicy(data.change, scope);
  return {
    id: data.id,
    names: scope.labels(data.names, ['names']),
    shortNames: scope.labels(data['short-names'], ['short-names']),
    standard: { value: data.standard, at: at(['standard']) },
    currency: data.currency,
    ...(data.translation !== undefined && { translation: data.translation }),
    scale: data.scale,
    regime: data.regime,
    change,
    fiscalNaming: data['fiscal-naming'],
    negative: data.negative,
    ...(data['signed-zero'] !== undefined && { signedZero: data['signed-zero'] }),
    nil: data.nil,
    ...(data.calendar !== undefined && { calendar: data.calendar }),
    ...(data.splits && { splits: buildSplits(data.splits, scope) }),
    abbreviations: new Map(abbreviations.map(([word, long]) => [word, scope.labels(long, ['abbreviations', word])])),
    contacts: new Map(Object.entries(data.contacts).map(([key, value]) => [key, { value, at: at(['contacts', key]) }])),
    at: at([]),
  };
}

function buildChangePolicy({ policy, text, beyond, limit }: IssuerData['change'], scope: Scope): ChangePolicy {
  const percent = (typed: string, key: 'beyond' | 'limit'): Exact => scope.figure(typed, ['change', key]).value;
  if (beyond !== undefined && limit !== undefined) {
    const message = 'change has both beyond and limit: from the limit on, or only beyond it';
    const hints = ['keep limit where 1,000% itself prints the text, beyond where it prints the number'];
    scope.fail({ code: 'validate/wrong-type', message, path: ['change', 'limit'], key: true, hints });
  }
  return {
    policy,
    text,
    ...(beyond !== undefined && { beyond: percent(beyond, 'beyond') }),
    ...(limit !== undefined && { limit: percent(limit, 'limit') }),
  };
}

/** Eras are asked for in a language that has them; for all languages at once, those without count western years. */
function checkCalendar(calendar: IssuerData['calendar'], { fail, names }: Scope): void {
  if (typeof calendar === 'string') {
    if (calendar !== 'era' || names.languages.some((lang) => language(lang).eraDates)) return;
    const hints = ['write western, or leave it out'];
    fail({ code: 'validate/wrong-type', message: 'no language of the issuer counts years by eras', path: ['calendar'], hints });
    return;
  }
  for (const [lang, own] of Object.entries(calendar ?? {})) {
    if (own !== 'era' || language(lang).eraDates) continue;
    const message = say`${language(lang).name} counts no years by eras`;
    fail({ code: 'validate/wrong-type', message, path: ['calendar', lang], hints: [say`write ${lang}: western`] });
  }
}

function checkLanguages(listed: IssuerData['languages'], { fail, at }: Scope): void {
  if (listed?.length === 0) {
    const hints = ['list the languages of its releases in the order in which they are printed'];
    fail({ code: 'validate/wrong-type', message: 'languages is an empty list: a release has at least one', path: ['languages'], hints });
  }
  for (const [index, lang] of (listed ?? []).entries()) {
    const earlier = listed?.indexOf(lang) ?? index;
    if (earlier === index) continue;
    const related = [{ at: at(['languages', earlier]), message: 'first listed here' }];
    fail({
      code: 'validate/duplicate',
      message: say`language ${lang} is listed twice`,
      path: ['languages', index],
      related,
      hints: ['keep one of them'],
    });
  }
}

export function buildRelations(data: IssuerData, scope: Scope): Relation[] {
  const names = new Map<string, number>();
  return data.relations.map((relation, index) => {
    const path = ['relations', index];
    const earlier = names.get(relation.name);
    if (earlier !== undefined) {
      const related = [{ at: scope.at(['relations', earlier, 'name']), message: 'first given here' }];
      const message = say`relation ${quoted(relation.name)} is given twice`;
      scope.fail({
        code: 'validate/duplicate',
        message,
        path: [...path, 'name'],
        related,
        hints: ['waivers name a relation: its name is its own'],
      });
    }
    names.set(relation.name, index);
    return {
      name: relation.name,
      check: relation.check,
      left: scope.formula(relation.left, [...path, 'left']),
      right: scope.formula(relation.right, [...path, 'right']),
      at: scope.at([...path, 'name']),
    };
  });
}

/** Names of contacts that are addresses, whatever follows: `web`, `web-en`, `email-investors`. Every other contact is free text. */
const addresses: readonly (readonly [name: RegExp, isSound: (text: string) => boolean, what: string, hint: string])[] = [
  [
    /^(?:web|website|url|homepage)(?:-.*)?$/,
    (text) => linkTarget(/^https?:/i.test(text) ? text : `https://${text}`) !== undefined,
    'the address of a web site',
    'write the host, and a path if there is one: www.example.co.jp/ir; text of another kind needs another name',
  ],
  [
    /^(?:email|e-mail|mail)(?:-.*)?$/,
    isMailbox,
    'an e-mail address',
    'write one address and nothing else: ir@example.co.jp; text of another kind needs another name',
  ],
];

/** Layouts write `https://` or `mailto:` before such a contact: what follows must be a host, or a mailbox. */
function checkContact(name: string, value: string, scope: Scope): void {
  for (const [pattern, isSound, what, hint] of addresses) {
    if (!pattern.test(name) || isSound(value)) continue;
    const message = say`${name} of contacts is ${quoted(value)}, not ${what}`;
    scope.fail({ code: 'validate/wrong-type', message, path: ['contacts', name], hints: [hint] });
  }
}
