// Turn a step that finds something in files into one that need not run again: its findings are told anew whenever its result is recalled.
import type { Finding, FindingCode, Report } from './finding.ts';
import type { Kind, Memory } from './memory.ts';

/** A result, and what was found while it was made. */
export interface Told<T, Code extends FindingCode = FindingCode> {
  readonly result: T;
  /** In the order in which they were told. */
  readonly findings: readonly Finding<Code>[];
}

/** What a finding holds, by estimate: its words, its places. */
const findingBytes = 800;

/** The kind of such results, by that of the results alone. */
export function toldKind<T, Code extends FindingCode = FindingCode>({ name, bytes }: Kind<T>): Kind<Told<T, Code>> {
  return { name, bytes: ({ result, findings }) => bytes(result) + findings.length * findingBytes };
}

/**
 * As `recallSilent` of a memory, for steps whose key says the very files that their findings name, by content or as objects: there no
 * place can move, so that what was found may be kept too. Findings are told after the step has run, in its order.
 */
export function recallTold<T, Code extends FindingCode>(
  memory: Memory,
  kind: Kind<Told<T, Code>>,
  key: string | (() => string),
  report: Report<Code>,
  make: (report: Report<Code>) => T,
): T {
  if (!memory.keeps) return make(report);
  const { result, findings } = memory.recall(kind, key, () => {
    const found: Finding<Code>[] = [];
    return { result: make((finding) => found.push(finding)), findings: found };
  });
  for (const finding of findings) report(finding);
  return result;
}
