// Turn a seed into a construct of Markdown, HTML or Handlebars, sound or broken, that a writer might put into a narrative or a layout.
import type { Seeded } from '../seeded-random.ts';
import { nastyText } from './nasty-text.ts';

/** Words between marks: plain, Japanese, a figure, marks again. */
const words = (random: Seeded): string =>
  random.pick([
    'words',
    '語句',
    'two words',
    '売上高',
    'x',
    '',
    ' ',
    '{{period "current"}}',
    'a & b',
    'a < b',
    '*',
    '12',
    '“q”',
    nastyText(random),
  ]);

type Make = (random: Seeded) => string;

const targets: readonly string[] = [
  ...[
    'https://www.example.org/',
    'http://x',
    'mailto:ir@example.org',
    '#anchor',
    '#',
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
  ],
  ...[
    '//x',
    '/x',
    'x.html',
    'HTTPS://X',
    'https://',
    'https://x/ y',
    '<https://x>',
    'https://日本.jp/決算',
    'https://x/?a=1&b=2',
    'https://x/%zz',
    'mailto:',
  ],
  ...[
    'https://x/(a)',
    'https://x/\ue000',
    'https://[::1]/',
    `https://x/${'a'.repeat(3_000)}`,
    'https://x "title"',
    "https://x 'a' b",
    '{{page "x"}}',
  ],
];

export const markdownConstructs: Readonly<Record<string, Make>> = {
  table: (random) => `| a | b |\n|---|:-:|\n| ${words(random)} | ${words(random)} |`,
  'ordered list': (random) => `1. ${words(random)}\n2. ${words(random)}\n\n3) ${words(random)}`,
  list: (random) => random.pick(['- ', '* ', '+ ', '　- ', '-']) + words(random),
  'nested list': (random) => `- ${words(random)}\n  - ${words(random)}\n    - ${words(random)}\n\n      ${words(random)}`,
  'deep list': (random) => Array.from({ length: random.pick([5, 30, 200]) }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
  'empty item': () => '-\n- \n- x\n-',
  'task list': () => '- [ ] x\n- [x] y',
  quotation: (random) => `${random.pick(['> ', '>> ', '>', '> > > '])}${words(random)}\n> ${words(random)}`,
  'deep quotation': (random) => `${'> '.repeat(random.pick([10, 100, 1_000]))}x`,
  'code block': (random) => random.pick(['```\nx {{y}}\n```', '~~~ js\nx\n~~~', '    four spaces', '\tx', '```', '``` `']),
  'code span': (random) => random.pick(['`x`', '`` ` ``', '`{{x}}`', '`<b>`', '`']),
  image: (random) => `![${words(random)}](${random.pick(targets)})`,
  link: (random) => `[${words(random)}](${random.pick(targets)})`,
  'link in a link': (random) => `[a [b](https://x) c](${random.pick(targets)})`,
  'link with figures': () => '[{{amount "revenue.total"}}](https://x)',
  'reference link': (random) => random.pick(['[x][y]\n\n[y]: https://x', '[x][]', '[x]', '[^1]\n\n[^1]: note', '[y]: <javascript:x> "t"']),
  autolink: (random) => random.pick(['<https://x>', '<ir@example.org>', 'https://example.org', 'www.example.org', '<javascript:x>']),
  rule: (random) => `\n${random.pick(['---', '***', '___', '- - -', '====', '-----  '])}\n`,
  heading: (random) =>
    `${'#'.repeat(1 + random.below(8))}${random.pick([' ', ''])}${words(random)}${random.pick(['', ' #', ' {#id}', ' {.x}', ' {#a #b .c}', ' {', ' {#}'])}`,
  'section heading': (random) =>
    random.pick(['## x {#x}', '## {#summary}', '##', '## x', '## x {#__proto__}', '## x {#x} y', '## x {#constructor}']),
  'underlined heading': (random) => `${words(random)}\n${random.pick(['===', '---'])}`,
  emphasis: (random) =>
    random.pick(['*x*', '**x**', '***x***', '_x_', '__x__', '*x**', '**x*', '* x *', '*', '**語**句', '語*句*', '~~x~~', '*a **b* c**']),
  'long emphasis': (random) => random.pick(['*', '**', '_', '*a ', '_a ', '**a*']).repeat(random.pick([50, 1_000, 5_000])),
  'open brackets': (random) => random.pick(['[', '![', '[a](', '](', '[a', '(', '<', '</', '&']).repeat(random.pick([50, 1_000, 5_000])),
  escape: (random) => `\\${random.pick(['*', '_', '#', '[', '{', '{{x}}', '\\', '&', '<', '1', 'a', '語', '\n', '`', '|', '~', '"'])}`,
  reference: (random) =>
    random.pick([
      '&amp;',
      '&lt;b&gt;',
      '&nbsp;',
      '&copy;',
      '&#65;',
      '&#x41;',
      '&#0;',
      '&#xD800;',
      '&#x110000;',
      '&#1;',
      '&#128;',
      '&#xE000;0&#xE002;',
      '&unknown;',
      '&amp',
      '&;',
      '&#;',
      '&#x;',
      '&NotEqualTilde;',
      '&#xFFFE;',
      '&#xE000;',
      '&shy;',
      '&zwj;',
      '&rlm;',
    ]),
  'hard break': (random) => random.pick(['x  \ny', 'x\\\ny', 'x<br>y', 'x\\', 'x  ', '<br><br>', '<br/>']),
  'two scripts broken': () => '語\n句 and\nword\n語',
};

const tagNames: readonly string[] = [
  ...[
    'p',
    'b',
    'i',
    'em',
    'strong',
    'sup',
    'sub',
    'span',
    'a',
    'br',
    'ul',
    'ol',
    'li',
    'section',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'table',
    'tr',
    'td',
  ],
  ...[
    'div',
    'dfn',
    'data',
    'img',
    'script',
    'style',
    'svg',
    'math',
    'template',
    'noscript',
    'iframe',
    'textarea',
    'title',
    'html',
    'body',
    'head',
    'select',
    'option',
  ],
  ...[
    'form',
    'input',
    'button',
    'pre',
    'plaintext',
    'xmp',
    'frameset',
    'col',
    'caption',
    'annotation-xml',
    'foreignObject',
    'u',
    's',
    'ruby',
    'rt',
    'del',
    'ins',
    'x-y',
    'image',
  ],
];
const attributes: readonly string[] = [
  ...[
    '',
    ' class="remark"',
    ' class="unknown"',
    ' class=""',
    ' class="a b c"',
    ' id="x"',
    ' id=""',
    ' id="a b"',
    ' lang="ja"',
    ' lang="en"',
    ' lang="fr"',
    ' lang=""',
  ],
  ...[
    ' href="https://x"',
    ' href="javascript:x"',
    ' href',
    ' data-figure="0"',
    ' data-figure="0" value="x"',
    ' data-bound="0"',
    ' data-bound="99"',
    ' data-page="x"',
  ],
  ...[
    ' data-narrative="summary"',
    ' data-corrections="0"',
    ' data-statement="x"',
    ' data-mark="(1)"',
    ' data-mark=""',
    ' title="t"',
    ' style="x"',
    ' onclick="x"',
    ' a="1" a="2"',
  ],
  ...[
    ' a=\'"',
    ' a="',
    ' =',
    ' "',
    ' xmlns="x"',
    ' class="part" lang="ja"',
    ' class="page ja-text"',
    ' class="__proto__"',
    ' class="constructor"',
  ],
];
const openTag: Make = (random) => `<${random.pick(tagNames)}${random.pick(attributes)}>`;
const closeTag: Make = (random) => `</${random.pick(tagNames)}>`;

export const htmlConstructs: Readonly<Record<string, Make>> = {
  element: (random) => {
    const name = random.pick(tagNames);
    return `<${name}${random.pick(attributes)}>${words(random)}</${name}>`;
  },
  'unclosed element': (random) => openTag(random) + words(random),
  'end without a start': closeTag,
  'mis-nested elements': (random) => {
    const [a, b] = [random.pick(tagNames), random.pick(tagNames)];
    return `<${a}>${words(random)}<${b}>${words(random)}</${a}>${words(random)}</${b}>`;
  },
  'empty element': (random) => `<${random.pick(tagNames)}${random.pick(attributes)}/>`,
  'broken tag': (random) =>
    random.pick([
      '<',
      '<p',
      '<p ',
      '</',
      '</p',
      '<p/',
      '<>',
      '</>',
      '<1>',
      '<p class=',
      '<p class="',
      '<P CLASS=x>',
      '<p\n>',
      '<\u0000p>',
      '<p\u0000>',
    ]),
  comment: (random) => random.pick(['<!-- x -->', '<!-->', '<!--', '<!-- a -- b -->', '<!--->', '<!-- {{x}} -->', '<!-- <p> -->x', '--!>']),
  'declaration and more': (random) =>
    random.pick(['<!DOCTYPE html>', '<![CDATA[x]]>', '<?xml x?>', '<?', '<!', '<!ELEMENT>', ']]>', '<%x%>']),
  'nested elements': (random) => {
    const name = random.pick(['span', 'b', 'i', 'sup', 'a', 'section', 'p', 'ul', 'li', 'div', 'table', 'data']);
    const depth = random.pick([20, 300, 3_000]);
    return `<${name}>`.repeat(depth) + words(random) + (random.below(4) === 0 ? '' : `</${name}>`.repeat(depth));
  },
  'many elements': (random) =>
    random.pick(['<b>x</b>', '<span>x</span>', '<i>x</b>', '<p>x</p>', '<b>', '<p>']).repeat(random.pick([50, 2_000])),
  'table by hand': (random) => `<table><thead><tr><th>${words(random)}</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table>`,
  'foster parents': () => '<table>x<tr>y<td>z<p>w</table>',
  note: (random) => `<dfn${random.pick(attributes)}>${words(random)}</dfn> ${words(random)}`,
  'raised mark': (random) => `x<sup>${random.pick(['(1)', '(99)', '*', '', '1', '<sup>2</sup>', words(random)])}</sup>`,
  'figure by hand': () => '<data value="revenue.total@2q02" data-figure="0"></data>',
  'paragraph in a paragraph': () => '<p>a<p>b</p>c</p>',
  'list by hand': () => '<ul><li>a<li>b<ul><li>c</ul></ul>',
  'line of text and block': (random) => `x<p>${words(random)}</p>y`,
};

const calls: readonly string[] = [
  ...[
    'amount "revenue.total"',
    'amount "sales.total"',
    'amount "revenue.total" in="million"',
    'percent "gross-margin"',
    'change "revenue.total" from="prior-year"',
  ],
  ...[
    'period "current"',
    'date "filing"',
    'issuer "name"',
    'issuer "contacts.code"',
    'page "x"',
    'rate',
    'narrative "summary"',
    'table "operations"',
    'corrections',
    'correction "date"',
  ],
  ...[
    'amount',
    'amount "x"',
    'amount ""',
    'amount "revenue.total" "x"',
    'amount revenue.total',
    'amount 1',
    'amount true',
    'amount null',
    'amount undefined',
    'amount this',
    'amount @root',
  ],
  ...[
    'amount "revenue.total" in="x"',
    'amount "revenue.total" x="y"',
    'amount "revenue.total" decimals=99',
    'amount "revenue.total" decimals=-1',
    'amount "revenue.total" decimals=1e9',
    'amount "revenue.total" decimals="x"',
  ],
  ...[
    'amount (issuer "name")',
    'amount (amount (amount "x"))',
    'issuer (issuer "name")',
    'issuer "__proto__"',
    'issuer "contacts.__proto__"',
    'issuer "constructor"',
    'period "constructor"',
    'period "current" style="x"',
  ],
  ...[
    'x',
    'x.y',
    '../x',
    'this',
    '.',
    '..',
    '@index',
    '@root',
    '@root.x',
    'this.constructor',
    'constructor',
    '__proto__',
    'lookup this "x"',
    'log "x"',
    'helperMissing',
    'blockHelperMissing',
  ],
  ...[
    '"x"',
    '1',
    'true',
    '[x]',
    '[a b]',
    'x as |y|',
    'else',
    '^',
    'statements',
    'sections',
    'periods',
    'lookup statements 0',
    'amount "a" amount="b" amount="c"',
    'amount "\ue000"',
    "amount 'x'",
    'amount "{{x}}"',
  ],
];

export const handlebarsConstructs: Readonly<Record<string, Make>> = {
  call: (random) => `{{${random.pick(calls)}}}`,
  'call with white space control': (random) => `{{~${random.pick(calls)}~}}`,
  'call of three braces': (random) => `{{{${random.pick(calls)}}}}`,
  'call with ampersand': (random) => `{{&${random.pick(calls)}}}`,
  'broken call': (random) =>
    random.pick([
      '{{',
      '{{}}',
      '{{amount',
      '{{amount "x}}',
      '{{amount "x"}',
      '{amount}',
      '}}',
      '{{ }}',
      '{{(}}',
      '{{amount (}}',
      '{{a=b}}',
      '{{#}}',
      '{{"',
      '{{amount in=}}',
    ]),
  block: (random) => {
    const word = random.pick([
      'if',
      'unless',
      'each',
      'with',
      'x',
      'amount',
      'each statements',
      'each sections',
      'with periods',
      'if (issuer "name")',
      'each this',
      'if true',
      'each x as |a b|',
      'if (issuer "contacts.fax")',
      'only "ja"',
      'only "xx"',
      'only lang',
      'words "title"',
      '*inline "x"',
      '> x',
    ]);
    return `{{#${word}}}${words(random)}{{${random.pick(['else', '^', 'else if (issuer "name")', '@index', 'this', 'period "current"'])}}}${words(random)}{{/${word.split(' ')[0]}}}`;
  },
  'walk a list': (random) =>
    `{{#each ${random.pick(['statements', 'sections', 'periods'])}}}${random.pick(['{{this}}', '{{table this}}', '{{narrative this}}', '{{@index}}', '{{@key}}', '{{.}}', '{{../x}}', '{{period this}}', 'x', '{{#each this}}{{this}}{{/each}}'])}{{/each}}`,
  'words of a language': (random) =>
    random.pick(['{{words "title"}}', '{{words "x"}}', '{{words x}}', '{{words}}', '{{lang}}', '{{words lang}}', '{{page lang}}']),
  'unclosed block': (random) =>
    random.pick([
      '{{#if x}}',
      '{{/if}}',
      '{{else}}',
      '{{#each statements}}',
      '{{#if x}}{{/each}}',
      '{{^}}',
      '{{#if (issuer "name")}}x',
      '{{^if x}}y{{/if}}',
    ]),
  'nested blocks': (random) => {
    const depth = random.pick([5, 50, 1_000]);
    return '{{#if (issuer "name")}}'.repeat(depth) + words(random) + '{{/if}}'.repeat(depth);
  },
  'lists in lists': (random) => {
    const depth = random.pick([2, 3, 5, 8]);
    return `${'{{#each statements}}'.repeat(depth)}{{this}}${'{{/each}}'.repeat(depth)}`;
  },
  partial: (random) =>
    `{{>${random.pick([' ja', ' en', ' release', ' notice', ' x', '', ' "ja"', ' (lookup x)', ' ../x', ' ja x=1', ' ja this', ' __proto__', ' constructor', ' @partial-block'])}}}`,
  'partial block': () => '{{#> ja}}x{{/ja}}',
  decorator: (random) => random.pick(['{{* x}}', '{{#*inline "x"}}y{{/inline}}{{> x}}']),
  'raw block': (random) =>
    random.pick(['{{{{raw}}}}{{x}}{{{{/raw}}}}', '{{{{x}}}}', '{{{{if true}}}}x{{{{/if}}}}', '{{{{amount "x"}}}}y{{{{/amount}}}}']),
  comment: (random) => random.pick(['{{! x }}', '{{!-- {{x}} --}}', '{{!', '{{!--', '{{!----}}', '{{!-- x }}', '{{!x}}y}}']),
  'escaped braces': (random) => `${random.pick(['\\', '\\\\', '\\\\\\'])}{{${random.pick(calls)}}}`,
  'many calls': (random) => `{{${random.pick(calls)}}}`.repeat(random.pick([20, 500])),
  'nested calls': (random) => {
    const depth = random.pick([5, 100, 2_000]);
    return `{{${'issuer ('.repeat(depth)}rate${')'.repeat(depth)}}}`;
  },
  'call in an attribute': (random) => `<p class="{{${random.pick(calls)}}}">x</p>`,
  'call in a tag': (random) => `<{{${random.pick(calls)}}}>x</{{issuer "name"}}>`,
  'call in a link': (random) => `[x](https://{{${random.pick(calls)}}})`,
  'call in code': (random) => `<a href="{{${random.pick(calls)}}}">x</a>`,
};

const all: readonly Readonly<Record<string, Make>>[] = [markdownConstructs, htmlConstructs, handlebarsConstructs];

/** One construct of any of the three grammars. */
export function construct(random: Seeded): string {
  const grammar = random.pick(all);
  return grammar[random.pick(Object.keys(grammar))]?.(random) ?? '';
}
