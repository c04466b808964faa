// Turn figures to be typed into groups in the order in which statements print them, each under the words that its statement's file begins with.
import type { ReportedFact } from '../model/release.ts';
import type { Composed } from '../session.ts';

/** Figures of one statement, or of none. */
export interface FactGroup {
  /** A comment, without its hash. */
  readonly title: string;
  readonly facts: readonly ReportedFact[];
}

/** Each figure once, at the first statement that has a row for it; the rest in the order of the file that they come from. */
export function orderFacts(facts: readonly ReportedFact[], { sources, release }: Composed): readonly FactGroup[] {
  const left = new Map(facts.map((fact) => [fact.concept, fact]));
  const take = (concepts: readonly string[]): readonly ReportedFact[] =>
    concepts.flatMap((concept) => {
      const fact = left.get(concept);
      left.delete(concept);
      return fact ?? [];
    });
  const listed = release.spec.statements?.map(({ value }) => value) ?? [];
  const statements = [...new Set([...inLength(listed, release.statements), ...release.statements.keys()])];
  const groups = statements.map((id): FactGroup => {
    const spec = release.statements.get(id);
    const concepts = [
      ...(spec?.rows ?? []).flatMap(({ concept, of = [] }) => [
        ...of.map((part) => part.concept),
        ...(concept === undefined ? [] : [concept]),
      ]),
      ...(spec?.columns ?? []).flatMap(({ only, of }) => [only, of].filter((each) => each !== undefined)),
    ];
    const own = new Set(concepts);
    const inOrder = (spec?.rows ?? []).flatMap(({ concept }) => concept ?? []);
    return { title: titleOf(id, sources.statements.get(id)?.text ?? ''), facts: take([...inOrder, ...own]) };
  });
  const rest: FactGroup = { title: 'of sentences, formulas and relations', facts: [...left.values()] };
  return [...groups, rest].filter(({ facts: own }) => own.length > 0);
}

/** The longest first: a figure that a table of statistics prints too belongs to its statement. */
function inLength(ids: readonly string[], statements: Composed['release']['statements']): readonly string[] {
  const rows = (id: string): number => statements.get(id)?.rows.length ?? 0;
  const kind = (id: string): number => (statements.get(id)?.kind === 'statement' ? 0 : 1);
  const all = ids.length > 0 ? ids : [...statements.keys()];
  return all
    .filter((id) => statements.has(id))
    .map((id, index) => ({ id, index }))
    .sort((a, b) => kind(a.id) - kind(b.id) || (kind(a.id) === 0 ? a.index - b.index : rows(b.id) - rows(a.id)))
    .map(({ id }) => id);
}

/** `operations: Appendix 1: the consolidated statement of operations`. */
function titleOf(id: string, text: string): string {
  const first = text.split('\n', 2).find((line) => !line.includes('$schema')) ?? '';
  const comment = first.startsWith('#') ? first.replace(/^#+\s*/, '').replace(/\.\s*$/, '') : '';
  return comment === '' ? id : `${id}: ${comment}`;
}
