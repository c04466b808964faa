// Turn the chain from an edit to what follows from it into steps that a reader can follow, each by its printed name.
import type { ReportWords } from '../../language/report-words.ts';
import type { ChainStep, Difference } from '../../model/difference.ts';
import type { FactKey } from '../../model/financials.ts';
import type { Lang } from '../../model/language.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';
import { factName, measured, measurePhrase, nextFactName } from './name-facts.ts';
import { orderedName } from './name-ordered.ts';
import type { BothNames } from './printed-names.ts';
import { filled } from './spoken.ts';

/** One step: HTML, and the id of the ordered change that it is. */
export interface ChainWords {
  readonly html: string;
  readonly change?: string;
}

/** `changes` by their ids. */
export function describeChain(
  chain: readonly ChainStep[],
  changes: ReadonlyMap<string, Difference>,
  names: BothNames,
  words: ReportWords,
  lang: Lang,
): readonly ChainWords[] {
  return chain.map((step, index) => describeStep(step, factOf(chain[index - 1]), changes, names, words, lang));
}

/** `told` is the fact that the step before it names. */
function describeStep(
  step: ChainStep,
  told: FactKey | undefined,
  changes: ReadonlyMap<string, Difference>,
  names: BothNames,
  words: ReportWords,
  lang: Lang,
): ChainWords {
  switch (step.by) {
    case 'ordered': {
      const ordered = changes.get(step.change);
      const html = ordered?.class === 'ordered' ? orderedName(ordered, names, words, lang) : escapeHtml(step.subject);
      return { html, change: step.change };
    }
    case 'fact':
      return { html: told === undefined ? factName(step.fact, names, words, lang) : nextFactName(step.fact, told, names, words, lang) };
    case 'measure':
      return { html: (told === step.fact && measurePhrase(step, names, words, lang)) || measured(step, names, words, lang) };
    case 'footing': {
      const column = names.new?.column(step.statement, step.column, lang) ?? step.column;
      return { html: filled(words, 'footing', { column }) };
    }
  }
}

/** The fact that a step names; undefined for one that names none. */
function factOf(step: ChainStep | undefined): FactKey | undefined {
  if (step?.by === 'fact') return step.fact;
  // An override, or another given, is no fact.
  return step?.by === 'ordered' && /^[^ ]+@[^ ]+$/.test(step.subject) ? step.subject : undefined;
}
