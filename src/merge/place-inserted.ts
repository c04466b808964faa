// Turn what an expression wrote between blocks into blocks: a narrative, a table, a chart, the places of a correction.
import { inLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { NarrativeSection } from '../model/sources.ts';
import type { Span } from '../model/span.ts';
import type { BlockContext } from './block-fields.ts';
import { expandChart } from './expand-chart.ts';
import type { Merging } from './merging.ts';
import { narrativeBlocks } from './narrative-blocks.ts';
import { recallTable } from './recall-table.ts';

/** Where things are placed. */
interface Placing {
  readonly merging: Merging;
  /** Narrative sections of the language that are placed so far. */
  readonly placed: Set<string>;
  /** In a section that `{{#only}}` covers: other languages may lack what stands here. */
  readonly only: boolean;
}

/** What a part's readers of blocks call for such an expression. */
export function placeInserted({ merging, placed, only }: Placing): BlockContext['insert'] {
  return ({ written, at, ...said }, context) => {
    const covered = only || said.only === true;
    const { lang } = context;
    if ('narrative' in written) {
      const section = findSection(merging, written.narrative, context, at, placed);
      merging.placements.push({ kind: 'section', id: written.narrative, lang, at, only: covered });
      const insertIn = (inner: Merging) => placeInserted({ merging: inner, placed, only: covered });
      return section ? narrativeBlocks(merging, section, { context, only: covered, insertIn }) : [];
    }
    if ('table' in written) {
      // A form without this statement has nothing here, in any language.
      if (merging.release.leftOut.has(written.table)) return [];
      const table = recallTable(merging, written, at, lang, context.ids.next());
      merging.placements.push({ kind: 'statement', id: written.table, lang, at, only: covered });
      return table ? [table] : [];
    }
    if ('chart' in written) {
      merging.placements.push({ kind: 'chart', id: written.chart, lang, at, only: covered });
      const chart = expandChart(merging, { ...written, at, lang, nextId: () => context.ids.next() });
      return chart ? [chart] : [];
    }
    if (!('corrections' in written)) return [];
    if (!merging.notice) throw new Error('corrections are written for notices only');
    return merging.notice.blocks({ merging, lang, nextId: () => context.ids.next() }, written.corrections, at);
  };
}

/** Undefined, and reported, when the section is not there, empty, or placed already. */
function findSection(merging: Merging, id: string, { lang }: BlockContext, at: Span, placed: Set<string>): NarrativeSection | undefined {
  const sections = inLang(merging.release.narratives, lang);
  const section = sections.get(id);
  if (!section) {
    const message = say`narrative.${lang} has no section ${id}`;
    const near = nameHints(id, sections.keys());
    const others = merging.release.languages
      .filter((other) => inLang(merging.release.narratives, other).has(id))
      .map((other) => `"${other}"`);
    const alone =
      others.length > 0 ? [say`if ${lang} has none on purpose, place it between {{#only ${others.join(' ')}}} and {{/only}}`] : [];
    const hints = [...near, say`write "## Title {#${id}}" and its text in narrative.${lang}.md`, ...alone];
    merging.report({ severity: 'error', code: 'merge/section-missing', message, at, hints });
    return undefined;
  }
  if (placed.has(id)) {
    const hints = ['take one of the two out of the layout'];
    merging.report({ severity: 'error', code: 'merge/section-duplicate', message: say`section ${id} is placed twice`, at, hints });
    return undefined;
  }
  placed.add(id);
  if (section.text.trim() !== '') return section;
  const hints = [say`write its text, or take it out together with {{narrative "${id}"}}`];
  merging.report({ severity: 'error', code: 'merge/empty', message: say`section ${id} is empty`, at: section.at, hints });
  return undefined;
}
