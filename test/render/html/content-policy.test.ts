// Turn a style sheet into the policy of its page, and see that the policy names that very sheet.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/render/html/render-html.ts';
import { styledHead } from '../../../src/render/html/safe-markup.ts';
import { renderTieOut } from '../../../src/render/tie-out/render-tie-out.ts';
import { composeSample } from '../../support/sample.ts';

/** The hashes that a page's policy allows, and those of its style elements. */
function hashes(html: string): { readonly allowed: readonly string[]; readonly own: readonly string[] } {
  const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
  const allowed = [...policy.replaceAll('&#39;', "'").matchAll(/'(sha256-[^']+)'/g)].map(([, hash = '']) => hash);
  const own = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(
    ([, sheet = '']) => `sha256-${createHash('sha256').update(sheet).digest('base64')}`,
  );
  return { allowed, own };
}

describe('the policy of a page', () => {
  it('forbids everything but the sheet beside it', () => {
    const { policy, style } = styledHead('p { color: red }');
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).not.toMatch(/unsafe|script-src|\*/);
    const { allowed, own } = hashes(policy + style);
    expect(own).toHaveLength(1);
    expect(allowed).toEqual(own);
  });

  it('stands in the release and in the tie-out book, before their sheets, and nothing in them is styled otherwise', () => {
    const { release, financials, document, layout } = composeSample();
    if (!release || !financials || !document || !layout) throw new Error('the sample has errors');
    for (const html of [renderHtml(document, layout.anchors), renderTieOut(release, financials, document, layout)]) {
      const { allowed, own } = hashes(html);
      expect(own).toHaveLength(1);
      expect(allowed).toEqual(own);
      expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
      expect(html).not.toMatch(/<[^>]* (?:style|on[a-z]+)="/);
      expect(html).not.toContain('<script');
    }
  });
});
