// Turn members.yaml into axes of members with their names, and concepts that have members into the concepts of each of these.
import type * as z from 'zod/mini';
import { language } from '../language/languages.ts';
import type { Expression } from '../model/expression.ts';
import { inLang } from '../model/language.ts';
import { dataLimits } from '../model/limits.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { Labels } from '../model/span.ts';
import { tooMany } from './check-texts.ts';
import { axesOf, listedMembers, memberConcept, namesIn } from './member-ids.ts';
import type { conceptsSchema, membersSchema } from './schema/facts.ts';
import type { Scope } from './scope.ts';

type MembersData = z.infer<ReturnType<typeof membersSchema>>;
type ConceptsData = z.infer<ReturnType<typeof conceptsSchema>>;

/** What a figure can be of. */
export interface Member {
  readonly id: string;
  readonly labels: Labels;
  /** Members that it is the total of. */
  readonly parts: readonly string[];
}

const memberId = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

/** By id, in order of the file. A member that is a concept has the name of the concept unless it has one of its own. */
export function buildMembers(data: MembersData, concepts: ReadonlyMap<string, Concept>, scope: Scope): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>();
  const places = new Map<string, string>();
  const count = Object.values(data).reduce((sum, members) => sum + Object.keys(members).length, 0);
  if (count > dataLimits.members) {
    scope.fail({ code: 'validate/wrong-type', ...tooMany('the file', count, dataLimits.members, 'members'), path: [] });
    return found;
  }
  for (const [axis, members] of Object.entries(data)) {
    for (const [id, { labels, of = [] }] of Object.entries(members)) {
      const path = [axis, id];
      if (!memberId.test(id)) {
        const hints = ['lower-case letters, digits and single hyphens, or the id of a concept'];
        scope.fail({ code: 'validate/wrong-type', message: say`${JSON.stringify(id)} is not an id of a member`, path, key: true, hints });
      }
      const earlier = places.get(id);
      if (earlier !== undefined) {
        const related = [{ at: scope.at([earlier, id], true), message: 'first given here' }];
        scope.fail({ code: 'validate/duplicate', message: say`member ${id} is given twice`, path, key: true, related });
      }
      places.set(id, axis);
      checkParts(id, of, Object.keys(members), [axis, id, 'of'], scope);
      const own = labels ? scope.labels(labels, [...path, 'labels']) : concepts.get(id)?.labels;
      if (own) found.set(id, { id, labels: own, parts: of });
      else {
        const hints = ['add labels: to it, or name a concept, whose label it then has'];
        scope.fail({ code: 'validate/missing-label', message: say`member ${id} has no labels and is no concept`, path, key: true, hints });
      }
    }
    checkCircles(axis, members, scope);
  }
  return found;
}

function checkParts(id: string, of: readonly string[], members: readonly string[], path: readonly string[], scope: Scope): void {
  for (const [index, part] of of.entries()) {
    const place = [...path, index];
    if (!members.includes(part)) {
      const message = say`member ${part} is not one of this axis`;
      scope.fail({ code: 'validate/unknown-member', message, path: place, hints: nameHints(part, members) });
    } else if (of.indexOf(part) !== index) {
      scope.fail({ code: 'validate/duplicate', message: say`${part} is summed twice`, path: place, hints: ['keep one of them'] });
    } else if (part === id) {
      scope.fail({ code: 'validate/formula', message: say`${id} is summed from itself`, path: place });
    }
  }
}

/** A total that is part of its own parts. */
function checkCircles(axis: string, members: MembersData[string], scope: Scope): void {
  const settled = new Set<string>();
  for (const [id, { of = [] }] of Object.entries(members)) {
    if (of.includes(id)) return;
    const seen = new Set<string>();
    const ahead = [...of];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (next === id) {
        scope.fail({ code: 'validate/formula', message: say`member ${id} is a total of its own parts`, path: [axis, id, 'of'], key: true });
        return;
      }
      if (seen.has(next) || settled.has(next)) continue;
      seen.add(next);
      ahead.push(...(members[next]?.of ?? []));
    }
    settled.add(id);
  }
}

/** All concepts, each followed by those of its members. `axes` is members.yaml as typed. */
export function withMembers(
  data: ConceptsData,
  concepts: ReadonlyMap<string, Concept>,
  members: ReadonlyMap<string, Member>,
  axes: unknown,
  scope: Scope,
): ReadonlyMap<string, Concept> {
  const known = axesOf(axes);
  const names = [...known.keys(), ...members.keys()];
  const found = new Map<string, Concept>();
  let count = 0;
  for (const [id, concept] of concepts) {
    found.set(id, concept);
    const typed = data[id]?.members;
    if (typed === undefined) continue;
    const listed = namesIn(typed);
    for (const [index, name] of listed.entries()) {
      if (names.includes(name)) continue;
      const isList = Array.isArray(typed);
      const path = typeof typed === 'string' ? [id, 'members'] : [id, 'members', isList ? index : name];
      const hints = [...nameHints(name, names), 'axes and their members are declared in members.yaml'];
      const key = typeof typed !== 'string' && !isList;
      scope.fail({ code: 'validate/unknown-member', message: say`${name} is neither an axis nor a member`, path, key, hints });
    }
    const own = listedMembers(listed, known);
    count += own.length;
    if (count > dataLimits.memberConcepts) {
      const { hints } = tooMany('the file', count, dataLimits.memberConcepts);
      const message = say`concepts have figures of more than the ${dataLimits.memberConcepts} members that they may have together`;
      scope.fail({ code: 'validate/wrong-type', message, path: [id, 'members'], key: true, hints });
      return found;
    }
    const formulas = formulasIn(id, typed, scope);
    for (const name of own) {
      const member = members.get(name);
      if (member) found.set(memberConcept(id, name), ofMember(concept, member, own, formulas.get(name)));
    }
  }
  return found;
}

/** What stands for a formula where the figures of a member are typed. */
const reported = 'reported';

/** By member, what the concept is of it, where that is computed. */
function formulasIn(concept: string, typed: ConceptsData[string]['members'], scope: Scope): ReadonlyMap<string, Expression> {
  if (typeof typed !== 'object' || Array.isArray(typed)) return new Map();
  return new Map(
    Object.entries(typed).flatMap(([member, text]) =>
      text === reported ? [] : [[member, scope.formula(text, [concept, 'members', member])] as const],
    ),
  );
}

function ofMember(
  { formula: _, usually: __, ...concept }: Concept,
  member: Member,
  among: readonly string[],
  formula: Expression | undefined,
): Concept {
  const labels = Object.fromEntries(
    Object.entries(concept.labels).map(([lang, { value, at }]) => [
      lang,
      { value: language(lang).heads.ofMember(value, inLang(member.labels, lang).value.replaceAll('|', '')), at },
    ]),
  );
  const parts = member.parts.filter((part) => among.includes(part)).map((part) => memberConcept(concept.id, part));
  const own = { ...concept, id: memberConcept(concept.id, member.id), labels, member: { concept: concept.id, id: member.id, parts } };
  return formula ? { ...own, formula } : own;
}
