// Turn addresses that people type, and that someone might slip in, into links or into nothing.
import { describe, expect, it } from 'vitest';
import { isMailbox, linkTarget } from '../../src/model/link-target.ts';
import { timeTaken } from '../support/time-taken.ts';

describe('linkTarget', () => {
  it.each([
    'https://www.iij.ad.jp',
    'https://www.iij.ad.jp/',
    'http://example.com:8080/a/b.html?x=1&y=%20#part',
    'https://example.co.jp/ir/決算.pdf',
    'https://日本語.jp/',
    'https://www.aoba-suishitsu.example',
    'https://xn--wgv71a119e.jp',
    'https://example.com/a_b~(c)',
    'mailto:ir@iij.ad.jp',
    'mailto:i.r+news@example.co.jp?subject=Results&body=Hello',
    '#en',
    '#note-1',
    '#表',
  ])('leaves %s as it is', (href) => {
    expect(linkTarget(href)).toBe(href);
  });

  it.each([
    '',
    '#',
    '#a#b',
    '#a b',
    'www.iij.ad.jp',
    '//evil.example',
    '/etc/passwd',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'https://javascript:alert(1)',
    'https://javascript:80/',
    'https://',
    'https:///evil.example',
    'https:/evil.example',
    'https:evil.example',
    'https:\\\\evil.example',
    'https://evil.example\\@good.example',
    'https://good.example@evil.example',
    'https://user:secret@evil.example/',
    'https://%65vil.example',
    'https://localhost',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://a..example',
    'https://-a.example',
    'https://a-.example',
    'https://a_b.example',
    'https://example.com:99999',
    'https://example.com:x',
    'https://https://www.iij.ad.jp',
    'https://www.iij.ad.jp next',
    'https://www.iij.ad.jp\n',
    'https://www.iij.ad.jp/\u0000',
    'https://www.iij.ad.jp/\u200b',
    'https://www.iij.ad.jp/\u202egpj.exe',
    'https://www.iij.ad.jp/"onclick=',
    'https://www.iij.ad.jp/<script>',
    'HTTPS://www.iij.ad.jp',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.com',
    'tel:+81352596500',
    'mailto:',
    'mailto:ir',
    'mailto:@iij.ad.jp',
    'mailto:ir@',
    'mailto:ir@iij',
    'mailto:a@b.example,c@d.example',
    'mailto:a@b.example?bcc=c@d.example',
    'mailto:a@b.example?subject=x%0Abcc:c@d.example',
    'mailto:a%0ab@c.example',
    'mailto:javascript:alert(1)@x.example',
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('leads nowhere from %j', (href) => {
    expect(linkTarget(href)).toBeUndefined();
  });

  it('is decided at once, whatever is typed', () => {
    const taken = timeTaken();
    for (const text of ['a-', 'a.', '-', '.', 'a@', '%', 'a'])
      for (const scheme of ['https://', 'mailto:', '#']) linkTarget(scheme + text.repeat(900));
    expect(taken()).toBeLessThan(200);
  });
});

describe('isMailbox', () => {
  it.each(['ir@iij.ad.jp', "o'neil@example.com", 'a.b@c-d.example'])('takes %s', (text) => expect(isMailbox(text)).toBe(true));
  it.each(['ir', 'ir@', 'a@b@c.example', 'a b@c.example', 'ir@iij.ad.jp.', 'IR室 ir@iij.ad.jp', '.a@b.example', 'ｉｒ@iij.ad.jp'])(
    'takes no %s',
    (text) => expect(isMailbox(text)).toBe(false),
  );
});
