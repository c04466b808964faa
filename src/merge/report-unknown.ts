// Turn an element that no document holds into a finding that says what to write instead.

import { nameHints } from '../model/nearest-name.ts';
import type { Span } from '../model/span.ts';
import type { Merging } from './merging.ts';
import { elements } from './vocabulary.ts';

/** What is written in the place of elements that HTML has and a release has not. */
const instead: Readonly<Record<string, string>> = {
  data: 'use a figure helper: amount, usd, number, percent, share, change, times',
  img: 'a release holds no pictures yet',
  script: 'a release holds no programs',
  style: 'how text looks is said in style.yaml',
  div: 'write <section>, with a class of the style',
};

export function reportUnknown({ report }: Merging, name: string, at: Span): void {
  const hint = Object.hasOwn(instead, name) ? instead[name] : undefined;
  const hints = hint === undefined ? nameHints(name, elements.keys()) : [hint];
  report({ severity: 'error', code: 'merge/unknown-element', message: `unknown element <${name}>`, at, hints });
}
