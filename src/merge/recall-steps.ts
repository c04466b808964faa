// Turn a template into its steps, once for each text, place and language that it is read for.
import type { Kind } from '../model/memory.ts';
import type { MappedText } from '../template/mapped-text.ts';
import { withReport } from './merging.ts';
import { readTemplate } from './read-template.ts';
import type { Scope, Step } from './template.ts';

/** A template that was read. */
interface ReadTemplate {
  /** Its text; steps of partials and words have theirs. */
  readonly source: MappedText;
  readonly steps: readonly Step[];
}

const templates: Kind<ReadTemplate> = { name: 'merge/steps', bytes: ({ source, steps }) => 8 * source.text.length + 600 * steps.length };

/** Undefined, and reported, when the template cannot be read. Steps say where they stand, so their place is part of the key. */
export function recallSteps(scope: Scope, source: MappedText): ReadTemplate | undefined {
  const { merging, lang, section, origin } = scope;
  const { memory, release } = merging;
  if (origin === undefined || !memory.keeps) {
    const steps = readTemplate(scope, source);
    return steps && { source, steps };
  }
  const key = `${memory.numberOf(release.templates)} ${lang} ${scope.layout ?? false} ${JSON.stringify(section)} ${origin}`;
  const known = memory.find(templates, key);
  if (known) return known;
  let silent = true;
  const recorded = withReport(merging, (finding) => {
    silent = false;
    merging.report(finding);
  });
  const steps = readTemplate({ ...scope, merging: recorded }, source);
  if (!steps) return undefined;
  const read = { source, steps };
  if (silent) memory.keep(templates, key, read);
  return read;
}
