// Turn results one by one into counts, the faults by kind, and a table for people.
import type { FuzzFault, FuzzResult } from './fuzz-project.ts';

/** Faults that look alike: their texts differ in numbers and quotations only. */
interface FaultGroup {
  readonly kind: FuzzFault['kind'];
  /** The first one of the group. */
  readonly detail: string;
  readonly first: FuzzResult;
  count: number;
}

const columns = ['accepted', 'refused', 'failed'] as const;
const faultKinds = ['uncaught', 'died', 'hung', 'slow', 'without place', 'wrong place', 'bad message', 'not read back'] as const;

export class FuzzTally {
  readonly #groups = new Map<string, FaultGroup>();
  readonly #counts = { inputs: 0, findings: 0, accepted: 0, refused: 0, failed: 0 };
  /** Inputs with a fault of each kind. */
  readonly #faulty = new Map<FuzzFault['kind'], number>();
  #slowest: FuzzResult | undefined;

  add(result: FuzzResult): void {
    this.#counts.inputs++;
    this.#counts.findings += result.findings;
    this.#counts[result.outcome]++;
    if (result.ms > (this.#slowest?.ms ?? 0)) this.#slowest = result;
    for (const kind of new Set(result.faults.map((fault) => fault.kind))) this.#faulty.set(kind, (this.#faulty.get(kind) ?? 0) + 1);
    for (const { kind, group, detail } of result.faults) {
      const key = `${kind} ${group ?? alike(detail)}`;
      const known = this.#groups.get(key);
      if (known) known.count++;
      else this.#groups.set(key, { kind, detail, first: result, count: 1 });
    }
  }

  get counts(): Readonly<Record<'inputs' | 'findings' | 'accepted' | 'refused' | 'failed', number>> {
    return this.#counts;
  }

  get clean(): boolean {
    return this.#groups.size === 0;
  }

  /** Groups as lines, the most frequent first. */
  get faults(): readonly string[] {
    const groups = [...this.#groups.values()];
    const rank = ({ kind }: FaultGroup) => faultKinds.indexOf(kind);
    return groups
      .sort((a, b) => rank(a) - rank(b) || b.count - a.count)
      .map(
        ({ kind, detail, first, count }) =>
          `${kind}, ${count} times, first --only ${first.number} (${first.file}: ${first.ways.join(', ')}): ${detail}`,
      );
  }

  /** The counts as lines of a table. */
  table(title: string): string {
    const { inputs, findings } = this.#counts;
    const cells: [string, string][] = [
      ['inputs', String(inputs)],
      ...columns.map((name): [string, string] => [name, String(this.#counts[name])]),
      ['findings', String(findings)],
      ['slowest', this.#slowest ? `${(this.#slowest.ms / 1000).toFixed(2)} s (--only ${this.#slowest.number})` : '-'],
      ...faultKinds.map((kind): [string, string] => [kind, String(this.#faulty.get(kind) ?? 0)]),
    ];
    const width = Math.max(...cells.map(([name]) => name.length));
    return [title, ...cells.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)].join('\n');
  }
}

/** Without what differs from input to input. */
function alike(detail: string): string {
  return detail
    .replace(/(?:data|templates|fonts)\/[\w./-]+:\d+:\d+\+\d+/g, 'PLACE')
    .replace(/"(?:[^"\\]|\\.)*"?…?/g, '""')
    .replace(/\\u[0-9a-f]{4}/g, '')
    .replace(/\d+/g, 'N')
    .slice(0, 300);
}
