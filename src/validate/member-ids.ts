// Turn the axes of members.yaml, and the members that a concept lists, into ids: those of members, and those of concepts of a member.

import { dataLimits } from '../model/limits.ts';

/** By axis, by member: the members that it is the total of. */
export type Axes = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** The id of a concept of one member, as files type it. */
export const memberConcept = (concept: string, member: string): string => `${concept}[${member}]`;

/** The axes as typed, also where another part of the file is at fault; what is beyond the limit is left out, and told where they are built. */
export function axesOf(value: unknown): Axes {
  let room: number = dataLimits.members;
  return new Map(
    entriesOf(value).map(([axis, members]) => {
      const own = entriesOf(members).slice(0, room);
      room -= own.length;
      return [axis, new Map(own.map(([member, entry]) => [member, textsOf(entriesOf(entry).find(([key]) => key === 'of')?.[1])]))];
    }),
  );
}

/** The members that a list of members and axes names, each once and in the order of the axes, with all totals of any of them. */
export function listedMembers(listed: readonly string[], axes: Axes): readonly string[] {
  const found: string[] = [];
  for (const [axis, members] of axes) {
    const own = new Set(listed.includes(axis) ? members.keys() : listed.filter((name) => members.has(name)));
    // A total may stand before its parts, and be part of another: as often as there are members is enough.
    for (let size = -1; size !== own.size; ) {
      size = own.size;
      for (const [member, parts] of members) if (parts.some((part) => own.has(part))) own.add(member);
    }
    found.push(...[...members.keys()].filter((member) => own.has(member)));
  }
  return found;
}

/** Ids of the concepts of members that concepts.yaml declares, as typed; no more than the limit. */
export function memberConceptIds(concepts: unknown, axes: Axes): readonly string[] {
  if (axes.size === 0) return [];
  const found: string[] = [];
  for (const [concept, entry] of entriesOf(concepts)) {
    if (found.length >= dataLimits.memberConcepts) break;
    const listed = entriesOf(entry).find(([key]) => key === 'members')?.[1];
    if (listed !== undefined) found.push(...listedMembers(namesIn(listed), axes).map((member) => memberConcept(concept, member)));
  }
  return found.slice(0, dataLimits.memberConcepts);
}

/** What `members` of a concept lists: one axis, several names, or members with what the concept is of each. */
export function namesIn(listed: unknown): readonly string[] {
  return typeof listed === 'string' ? [listed] : [...textsOf(listed), ...entriesOf(listed).map(([name]) => name)];
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
