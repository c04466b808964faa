// Turn what YAML reads otherwise than a person meant it into what is said of it: the sign at fault, and what to type instead.
import { describe, expect, it } from 'vitest';
import { type Edit, files, loadFixture, withEdit } from '../support/fixture.ts';

const slips: readonly (readonly [story: string, edit: Edit, findings: readonly string[]])[] = [
  [
    'nil block',
    withEdit(files.current, '  revenue.goods: 1,200,500', '  revenue.goods: -'),
    ['load/yaml data/mini/periods/1q01.yaml:6:18 «-» a hyphen alone begins a list | write "-" in quotes for nil'],
  ],
  [
    'nil flow',
    withEdit(files.current, '{value: 4.2,', '{value: -,'),
    ['load/yaml data/mini/periods/1q01.yaml:24:25 «-» a hyphen alone begins a list | write "-" in quotes for nil'],
  ],
  [
    'nil flow end',
    withEdit(
      files.current,
      '{value: 4.2, source: "Ministry of Works, June 2001", rests-on: [revenue.services, revenue.services@prior-quarter]}',
      '{source: a, value: -}',
    ),
    ['load/yaml data/mini/periods/1q01.yaml:24:36 «-» a hyphen alone begins a list | write "-" in quotes for nil'],
  ],
  [
    'comma in braces',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '{ja: ミニ工業株式会社, en: MINI CO., LTD.}'),
    [
      'validate/unknown-key data/mini/issuer.yaml:3:37 «LTD.» key LTD. is not known here | a comma ends a text inside braces: put the text in quotes, en: "MINI CO., LTD."',
    ],
  ],
  [
    'fullwidth comma',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '{ja: ミニ工業株式会社，en: Mini Works Inc.}'),
    ['load/yaml data/mini/issuer.yaml:3:21 «，» a full-width comma parts no entries | write a plain comma and a space'],
  ],
  [
    'ideographic comma',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '{ja: ミニ工業株式会社、en: Mini Works Inc.}'),
    ['load/yaml data/mini/issuer.yaml:3:21 «、» a full-width comma parts no entries | write a plain comma and a space'],
  ],
  [
    'colon',
    withEdit(files.release, 'why: as first published', 'why: source: page 3'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:16 «:» a colon and a space inside a text begin a mapping | put the text in quotes: "source: page 3"',
    ],
  ],
  [
    'colon flow',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '{ja: ミニ工業株式会社, en: Mini: Works}'),
    ['load/yaml data/mini/issuer.yaml:3:31 «:» a colon and a space inside a text begin a mapping | put the text in quotes: "Mini: Works"'],
  ],
  [
    'hash',
    withEdit(files.release, 'why: as first published', 'why: as #1 of the list'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:13 «#1 of the list» #1 of the list is not read: a # after a space begins a comment | put the whole text in quotes if this belongs to it, or write a space after the # of a comment',
    ],
  ],
  [
    'hash flow',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '{ja: ミニ工業株式会社, en: Mini #1}'),
    [
      'load/yaml data/mini/issuer.yaml:3:32 «#» a # after a space begins a comment, and the line ends there | put the text in quotes: "Mini #1"',
    ],
  ],
  [
    'hash whole',
    withEdit(files.release, 'why: as first published', 'why: #1'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «#1» #1 is not read: a # after a space begins a comment | put the whole text in quotes if this belongs to it, or write a space after the # of a comment',
      'validate/wrong-type data/mini/releases/1q01/release.yaml:20:9 « » why of item 1 of overrides is empty, not a text | give a value, or "" for an empty text',
    ],
  ],
  [
    'at',
    withEdit(files.release, 'why: as first published', 'why: @home'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «@» @ at the beginning of a value is kept for YAML itself | put the text in quotes: "@home"',
    ],
  ],
  [
    'backquote',
    withEdit(files.release, 'why: as first published', 'why: `x`'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «`» ` at the beginning of a value is kept for YAML itself | put the text in quotes: "`x`"',
    ],
  ],
  [
    'percent',
    withEdit(files.release, 'why: as first published', 'why: %'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «%» % at the beginning of a value begins a directive | put the text in quotes: "%"',
    ],
  ],
  [
    'percent head',
    withEdit(files.operations, '    - {head: Change|%, column: change}', '    - {head: % change, column: change}'),
    [
      'load/yaml data/mini/statements/operations.yaml:44:14 «%» % at the beginning of a value begins a directive | put the text in quotes: "% change"',
    ],
  ],
  [
    'star',
    withEdit(files.release, 'why: as first published', 'why: *note'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «*note» alias *note names no anchor above it | put the text in quotes if it begins with this sign: "*note"',
    ],
  ],
  [
    'star2',
    withEdit(files.release, 'why: as first published', 'why: ** note'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «*» * at the beginning of a value begins an alias | put the text in quotes: "** note"',
    ],
  ],
  [
    'star3',
    withEdit(files.release, 'why: as first published', 'why: * note'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «*» * at the beginning of a value begins an alias | put the text in quotes: "* note"',
    ],
  ],
  [
    'amp',
    withEdit(files.release, 'why: as first published', 'why: & Co.'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «&» & at the beginning of a value begins an anchor | put the text in quotes: "& Co."',
    ],
  ],
  [
    'amp2',
    withEdit(files.release, 'why: as first published', 'why: &Co.'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «&Co.» &Co. is read as an anchor, and no alias names it | put the text in quotes if it begins with this sign: "&Co."',
    ],
  ],
  [
    'bang',
    withEdit(files.release, 'why: as first published', 'why: !important'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «!important» tag !important is not known: values are what they look like | put the text in quotes if it begins with this sign: "!important"',
    ],
  ],
  [
    'bang2',
    withEdit(files.release, 'why: as first published', 'why: ! important'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «!» tag ! is not known: values are what they look like | put the text in quotes if it begins with this sign: "! important"',
    ],
  ],
  [
    'pipe',
    withEdit(files.release, 'why: as first published', 'why: | of'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «|» | at the beginning of a value begins a text of several lines | put the text in quotes: "| of"',
    ],
  ],
  [
    'gt',
    withEdit(files.release, 'why: as first published', 'why: > 10%'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «>» > at the beginning of a value begins a text of several lines | put the text in quotes: "> 10%"',
    ],
  ],
  [
    'question',
    withEdit(files.release, 'why: as first published', 'why: ? unknown'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «?» ? at the beginning of a value begins a key | put the text in quotes: "? unknown"',
    ],
  ],
  [
    'comma',
    withEdit(files.release, 'why: as first published', 'why: , x'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «,» , at the beginning of a value ends a value inside braces or brackets | put the text in quotes: ", x"',
    ],
  ],
  [
    'bracket',
    withEdit(files.release, 'why: as first published', 'why: [Reference] as published'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «[» [ at the beginning of a value begins a list | put the text in quotes: "[Reference] as published"',
    ],
  ],
  [
    'bracket2',
    withEdit(files.release, 'why: as first published', 'why: ] x'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «]» ] at the beginning of a value ends a value inside braces or brackets | put the text in quotes: "] x"',
    ],
  ],
  [
    'brace',
    withEdit(files.release, 'why: as first published', 'why: {x} y'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «{» { at the beginning of a value begins a mapping | put the text in quotes: "{x} y"',
    ],
  ],
  [
    'tab',
    withEdit(files.release, '    why: as first published', '\twhy: as first published'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:1 «\t» tab characters must not be used in indentation | line 20 is indented with a tab: use spaces',
    ],
  ],
  [
    'quote early',
    withEdit(files.release, 'why: as first published', 'why: "as" first published'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:13 «"» this " ends the text, and more follows | put the whole text in single quotes: \'"as" first published\'',
    ],
  ],
  [
    'quote early flow',
    withEdit(files.issuer, 'en: Mini Works Inc.}', 'en: "Mini" Works}'),
    [
      'load/yaml data/mini/issuer.yaml:3:32 «"» this " ends the text, and more follows | put the whole text in single quotes: \'"Mini" Works\'',
    ],
  ],
  [
    'apos early',
    withEdit(files.release, 'why: as first published', "why: 'it's first'"),
    [
      "load/yaml data/mini/releases/1q01/release.yaml:20:13 «'» this ' ends the text, and more follows | write '' for each ' inside single quotes, or use double quotes",
    ],
  ],
  [
    'backslash',
    withEdit(files.release, 'why: as first published', 'why: "C:\\data"'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:13 «\\» a backslash inside double quotes begins an escape | write \\\\ for a backslash inside double quotes, or put the text in single quotes',
    ],
  ],
  [
    'yes',
    withEdit(files.operations, 'percent-sign: true, rule: grand', 'percent-sign: yes, rule: grand'),
    [
      'validate/wrong-type data/mini/statements/operations.yaml:58:78 «yes» percent-sign of item 5 of rows is "yes", not true or false | write true, without quotes',
    ],
  ],
  [
    'no',
    withEdit(files.operations, 'percent-sign: true, rule: grand', 'percent-sign: no, rule: grand'),
    [
      'validate/wrong-type data/mini/statements/operations.yaml:58:78 «no» percent-sign of item 5 of rows is "no", not true or false | write false, without quotes',
    ],
  ],
  [
    'on',
    withEdit(files.operations, 'percent-sign: true, rule: grand', 'percent-sign: On, rule: grand'),
    [
      'validate/wrong-type data/mini/statements/operations.yaml:58:78 «On» percent-sign of item 5 of rows is "On", not true or false | write true, without quotes',
    ],
  ],
  [
    'quoted true',
    withEdit(files.operations, 'percent-sign: true, rule: grand', 'percent-sign: "true", rule: grand'),
    [
      'validate/wrong-type data/mini/statements/operations.yaml:58:78 «"true"» percent-sign of item 5 of rows is "true", not true or false | write true, without quotes',
    ],
  ],
  [
    'curly',
    withEdit(
      files.operations,
      'ja: [\'{{period "current" style="end"}}、{{period "prior-quarter" style="end"}}\', （千円、千米ドル）]',
      'ja: [{{period "current"}}, x]',
    ),
    [
      'load/yaml data/mini/statements/operations.yaml:3:8 «{{» {{ at the beginning of a value is read as a mapping in a mapping | put the whole value in quotes: \'{{period "current"}}\'',
    ],
  ],
  [
    'curly2',
    withEdit(files.release, 'why: as first published', 'why: {{period "current"}}の値'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:10 «{{» {{ at the beginning of a value is read as a mapping in a mapping | put the whole value in quotes: \'{{period "current"}}の値\'',
    ],
  ],
  [
    'curly flow',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '{ja: {{period "current"}}, en: x}'),
    [
      'load/yaml data/mini/issuer.yaml:3:13 «{{» {{ at the beginning of a value is read as a mapping in a mapping | put the whole value in quotes: \'{{period "current"}}\'',
    ],
  ],
  [
    'curly mid flow',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '{ja: 第{{period "current"}}, en: x}'),
    [
      'load/yaml data/mini/issuer.yaml:3:14 «{{» {{ inside braces or brackets begins a mapping | put the whole value in quotes: \'第{{period "current"}}\'',
    ],
  ],
  [
    'wide colon top',
    withEdit(files.issuer, 'standard: j-gaap', 'standard：j-gaap'),
    [
      'load/yaml data/mini/issuer.yaml:5:1 «standard：» a full-width colon ends no key | line 5 has a full-width colon: write a plain one and a space',
    ],
  ],
  [
    'wide colon flow',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '{ja：ミニ工業株式会社, en: Mini}'),
    [
      'validate/unknown-key data/mini/issuer.yaml:3:9 «ja：ミニ工業株式会社» key ja：ミニ工業株式会社 is not known here | write a plain colon and a space: ja: ミニ工業株式会社',
    ],
  ],
  [
    'wide space indent',
    withEdit(files.issuer, '  tel: 03', '\u3000tel: 03'),
    [
      'validate/unknown-key data/mini/issuer.yaml:15:1 «\u3000tel» key \u3000tel is not known here | the key begins with U+3000: write plain spaces before it',
    ],
  ],
  [
    'wide space indent2',
    withEdit(files.release, '    why: as first', '\u3000\u3000why: as first'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:1 «\u3000» the line is indented with a character that is no plain space | line 20 begins with U+3000: indent with plain spaces',
    ],
  ],
  [
    'wide space after colon',
    withEdit(files.release, 'why: as first published', 'why:\u3000as first published'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:8 «:» no plain space stands after the colon of why | write why: as first published',
    ],
  ],
  [
    'wide space after colon top',
    withEdit(files.issuer, 'standard: j-gaap', 'standard:\u3000j-gaap'),
    ['load/yaml data/mini/issuer.yaml:5:9 «:» no plain space stands after the colon of standard | write standard: j-gaap'],
  ],
  [
    'no space after colon',
    withEdit(files.release, 'why: as first published', 'why:as first published'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:8 «:» no plain space stands after the colon of why | write why: as first published',
    ],
  ],
  [
    'no space top',
    withEdit(files.issuer, 'standard: j-gaap', 'standard:j-gaap'),
    ['load/yaml data/mini/issuer.yaml:5:9 «:» no plain space stands after the colon of standard | write standard: j-gaap'],
  ],
  [
    'no space flow',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '{ja:ミニ工業株式会社, en:Mini}'),
    [
      'validate/unknown-key data/mini/issuer.yaml:3:9 «ja:ミニ工業株式会社» key ja:ミニ工業株式会社 is not known here | a space belongs after the colon: ja: ミニ工業株式会社',
      'validate/unknown-key data/mini/issuer.yaml:3:22 «en:Mini» key en:Mini is not known here | a space belongs after the colon: en: Mini',
    ],
  ],
  [
    'nbsp after colon',
    withEdit(files.issuer, 'standard: j-gaap', 'standard:\u00a0j-gaap'),
    ['load/yaml data/mini/issuer.yaml:5:9 «:» no plain space stands after the colon of standard | write standard: j-gaap'],
  ],
  [
    'nbsp indent',
    withEdit(files.issuer, '  tel: 03', '\u00a0\u00a0tel: 03'),
    [
      'validate/unknown-key data/mini/issuer.yaml:15:1 «\u00a0\u00a0tel» key \u00a0\u00a0tel is not known here | the key begins with U+00A0: write plain spaces before it',
    ],
  ],
  [
    'zwsp',
    withEdit(files.issuer, 'standard: j-gaap', '\u200bstandard: j-gaap'),
    [
      'validate/unknown-key data/mini/issuer.yaml:5:1 «\u200bstandard» key \u200bstandard is not known here | the key begins with U+200B: write plain spaces before it',
    ],
  ],
  [
    'wide braces',
    withEdit(files.issuer, '{ja: ミニ工業株式会社, en: Mini Works Inc.}', '｛ja: ミニ工業株式会社, en: Mini Works Inc.｝'),
    ['load/yaml data/mini/issuer.yaml:3:8 «｛» a full-width brace begins no mapping | write plain braces { }, or brackets [ ]'],
  ],
  [
    'wide dash item',
    withEdit(files.release, '  - where: operations', '  － where: operations'),
    ['load/yaml data/mini/releases/1q01/release.yaml:13:3 «－» this sign begins no item of a list | write a plain hyphen and a space'],
  ],
  [
    'no space item',
    withEdit(files.release, '  - where: operations', '  -where: operations'),
    ['load/yaml data/mini/releases/1q01/release.yaml:13:3 «-» no space stands after the hyphen of an item | write - where: operations'],
  ],
  [
    'indent',
    withEdit(files.issuer, '  tel: 03', '   tel: 03'),
    [
      'load/yaml data/mini/issuer.yaml:15:4 «tel: 03-0000-0000» this line is indented by 3 spaces, the one before it by 2 | let the keys of one mapping, and the items of one list, stand one below another',
    ],
  ],
  [
    'missing brace',
    withEdit(files.issuer, 'en: Mini Works Inc.}', 'en: Mini Works Inc.'),
    ['load/yaml data/mini/issuer.yaml:3:8 «{» this { is not closed | add } where the value ends'],
  ],
  [
    'extra brace',
    withEdit(files.issuer, 'en: Mini Works Inc.}', 'en: Mini Works Inc.}}'),
    ['load/yaml data/mini/issuer.yaml:3:43 «}» this } closes nothing | remove it, or add the { that it closes'],
  ],
  [
    'curly quotes',
    withEdit(files.release, 'why: as first published', 'why: “as: first”'),
    [
      'load/yaml data/mini/releases/1q01/release.yaml:20:13 «:» a colon and a space inside a text begin a mapping | put the text in quotes: "“as: first”"',
    ],
  ],
  [
    'hash key',
    withEdit(files.issuer, '  tel: 03-0000-0000', '  tel: 03-0000-0000 #12'),
    [
      'load/yaml data/mini/issuer.yaml:15:21 «#12» #12 is not read: a # after a space begins a comment | put the whole text in quotes if this belongs to it, or write a space after the # of a comment',
    ],
  ],
  [
    'hash label',
    withEdit(files.operations, '{head: Change|%, column: change}\nrows', '{head: Change #2, column: change}\nrows'),
    [
      'load/yaml data/mini/statements/operations.yaml:44:21 «#» a # after a space begins a comment, and the line ends there | put the text in quotes: "Change #2"',
    ],
  ],
  [
    'quoted key',
    withEdit(files.issuer, 'standard: j-gaap', '"standard" j-gaap'),
    [
      'load/yaml data/mini/issuer.yaml:5:12 «j» a key without its colon, or a value without its key | write key: value; a text of several lines needs quotes',
    ],
  ],
  [
    'semicolon ja',
    withEdit(files.issuer, 'standard: j-gaap', 'standard；j-gaap'),
    [
      'load/yaml data/mini/issuer.yaml:5:1 «standard；» a full-width semicolon ends no key | line 5 has a full-width semicolon: write a plain colon and a space',
    ],
  ],
];

describe('a value that YAML reads as something else', () => {
  it.each(slips)('%s', (_story, edit, findings) => {
    expect(loadFixture(edit).listed).toEqual(findings);
  });

  it('is what its hint says once it is typed so', () => {
    const mended: readonly Edit[] = [
      withEdit(files.current, '  revenue.goods: 1,200,500', '  revenue.goods: "-"'),
      withEdit(files.issuer, 'en: Mini Works Inc.}', 'en: "MINI CO., LTD."}'),
      withEdit(files.release, 'why: as first published', 'why: "source: page 3"'),
      withEdit(files.release, 'why: as first published', 'why: "as #1 of the list"'),
      withEdit(files.release, 'why: as first published', `why: '"as" first published'`),
      withEdit(files.release, 'why: as first published', 'why: "[Reference] as published"'),
    ];
    for (const edit of mended) expect(loadFixture(edit).listed).toEqual([]);
  });

  it('leaves comments alone, whatever follows their sign but a word', () => {
    for (const comment of [' # checked', '  ## checked', ' #', ' #!', '\t# checked'])
      expect(loadFixture(withEdit(files.release, 'why: as first published', `why: as first published${comment}`)).listed).toEqual([]);
  });

  it('only warns of words that a sharp cuts off', () => {
    const { findings, release } = loadFixture(withEdit(files.issuer, '  tel: 03-0000-0000', '  tel: 03-0000-0000 #12'));
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(release?.issuer.contacts.get('tel')?.value).toBe('03-0000-0000');
  });
});
