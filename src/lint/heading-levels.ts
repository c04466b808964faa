// Turn the levels of a document's headings into findings: the first is of the first level, and none is skipped on the way down.

import type { Heading, Part } from '../model/document.ts';
import { withInner } from '../model/document-texts.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';

/** Headings of a part in the order of reading. */
const headingsOf = ({ sections }: Part): readonly Heading[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(withInner)).flatMap((block) => (block.kind === 'heading' ? [block] : []));

/** A part may be a file of its own: each begins with the first level. */
function* levels({ document, layout }: LintInput): Iterable<PageFinding> {
  for (const part of document.parts) {
    let before = 0;
    for (const heading of headingsOf(part)) {
      if (heading.level > before + 1) yield findingOf(heading, before, layout);
      before = heading.level;
    }
  }
}

function findingOf({ id, level, at }: Heading, before: number, layout: LintInput['layout']): PageFinding {
  const page = layout.pages.find(({ frames }) => frames.some(({ element }) => element === id)) ?? layout.pages[0]!;
  const frame = page.frames.find(({ element }) => element === id);
  const after = before === 0 ? say`is the first of its part, which has none of the first level` : say`follows one of level ${before}`;
  return { page, ...(frame && { x: frame.x, y: frame.y }), message: say`a heading of level ${level} ${after}`, at };
}

export const headingLevels: readonly LintRule[] = [
  {
    code: 'lint/TL-61',
    severity: 'error',
    rule: 'headings begin with the first level and skip none (PDF/UA-1 7.4.2)',
    hint: 'begin the part with <h1>, and write <h2> below it before <h3>: how large a heading is set is said by a class of the style',
    run: levels,
  },
];
