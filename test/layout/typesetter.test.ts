import { describe, expect, it } from 'vitest';
import type { Line, ParagraphSpec } from '../../src/layout/paragraph/line.ts';
import { rememberTypesetting } from '../../src/layout/typesetter.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { here } from '../support/block-document.ts';
import { blockStyleSheet } from '../support/block-style.ts';

const spec: ParagraphSpec = {
  lang: 'en',
  role: 'text',
  size: 10,
  weight: 400,
  italic: false,
  measure: 100,
  align: 'left',
  indent: 0,
  hang: 0,
};
const owned = (text: string, owner = 'a') => [{ inline: { text, at: here }, owner }];

function counted() {
  let composed = 0;
  const line: Line = { runs: [], width: 0 };
  const finding: Diagnostic = { severity: 'warning', code: 'layout/overfull-line', message: 'too wide' };
  const typesetters = rememberTypesetting(
    {
      paragraph: (_inlines, _spec, { report }) => {
        composed++;
        report(finding);
        return [line];
      },
      line: () => line,
    },
    { style: blockStyleSheet(), fonts: new Map() },
  );
  return { typesetters, composed: () => composed };
}

describe('a typesetter', () => {
  it('composes the same text once, and tells every report what was found in it', () => {
    const { typesetters, composed } = counted();
    const findings: string[] = [];
    for (const name of ['first', 'second']) typesetters(() => findings.push(name)).paragraph(owned('text'), spec);
    expect(composed()).toBe(1);
    expect(findings).toEqual(['first', 'second']);
  });

  it.each([
    ['text', owned('other'), spec],
    ['owner', owned('text', 'b'), spec],
    ['measure', owned('text'), { ...spec, measure: 90 }],
    ['size', owned('text'), { ...spec, size: 9 }],
    ['indent', owned('text'), { ...spec, indent: 5 }],
    ['gap', [{ ...owned('text')[0]!, gapBefore: 2 }], spec],
  ])('composes anew when the %s differs', (_, inlines, changed) => {
    const { typesetters, composed } = counted();
    const typesetter = typesetters(() => {});
    typesetter.paragraph(owned('text'), spec);
    typesetter.paragraph(inlines, changed);
    expect(composed()).toBe(2);
  });
});
