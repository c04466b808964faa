// Turn one mistake at a time in the small issuer's files into what load says of it, with the text that each finding marks.
import { describe, expect, it } from 'vitest';
import { type Edit, files, loadFixture, withEdit } from '../support/fixture.ts';

const cases: readonly (readonly [story: string, edits: readonly Edit[], findings: readonly string[]])[] = [
  [
    'a missing file',
    [{ file: files.concepts, remove: true }],
    ['load/missing-file data/mini/concepts.yaml:1:1 «» data/mini/concepts.yaml is missing'],
  ],
  [
    'a missing narrative',
    [{ file: files.en, remove: true }],
    [
      'load/missing-file data/mini/releases/1q01/narrative.en.md:1:1 «» data/mini/releases/1q01/narrative.en.md is missing | a release is written in every language of the issuer | write it, or list languages without en in data/mini/issuer.yaml',
    ],
  ],
  [
    'a missing folder',
    [{ file: 'data/mini/statements', remove: true }],
    ['load/missing-file data/mini/statements:1:1 «» data/mini/statements is missing'],
  ],
  [
    'a layout without its entry',
    [{ file: 'templates/plain/release.hbs', remove: true }],
    ['load/missing-file templates/plain/release.hbs:1:1 «» templates/plain/release.hbs is missing | release.hbs is where a layout begins'],
  ],
  [
    'an unknown layout',
    [withEdit(files.release, 'layout: plain', 'layout: plane')],
    [
      'load/missing-file data/mini/releases/1q01/release.yaml:1:9 «plane» layout "plane" has no folder in templates/ | layouts here: plain, tanshin, us-filer',
    ],
  ],
  [
    'bytes that are not UTF-8',
    [{ file: files.ja, content: Uint8Array.from([0x23, 0x0a, 0x93, 0xfa]) }],
    [
      'load/unreadable data/mini/releases/1q01/narrative.ja.md:2:1 «�» data/mini/releases/1q01/narrative.ja.md is not UTF-8 text at line 2 | save the file as UTF-8',
    ],
  ],
  [
    'a folder in place of a file',
    [
      { file: files.concepts, remove: true },
      { file: `${files.concepts}/x`, content: '' },
    ],
    ['load/unreadable data/mini/concepts.yaml:1:1 «» data/mini/concepts.yaml is a folder, and only files are read'],
  ],
  [
    'a file in place of a folder',
    [
      { file: 'data/mini/statements', remove: true },
      { file: 'data/mini/statements', content: '' },
    ],
    ['load/unreadable data/mini/statements:1:1 «» data/mini/statements is no folder'],
  ],
  [
    'a file beyond the limit',
    [{ file: files.en, content: 'x'.repeat(5_000_001) }],
    [
      'load/unreadable data/mini/releases/1q01/narrative.en.md:1:1 «x» data/mini/releases/1q01/narrative.en.md holds 5000001 bytes, and at most 5000000 are read',
    ],
  ],
  [
    'a file name that is no id',
    [{ file: 'data/mini/statements/Notes.yaml', content: 'a: 1' }],
    [
      'load/bad-id data/mini/statements/Notes.yaml:1:1 «a» Notes.yaml is not read: names here are lower-case letters, digits and hyphens, and end in .yaml | rename or remove the file',
    ],
  ],
  [
    'a file of another extension',
    [{ file: 'data/mini/periods/2q01.yml', content: 'a: 1' }],
    [
      'load/bad-id data/mini/periods/2q01.yml:1:1 «a» 2q01.yml is not read: names here are lower-case letters, digits and hyphens, and end in .yaml | rename or remove the file',
    ],
  ],
  [
    'a quote left open',
    [withEdit(files.current, 'cash.change: (50,000)', 'cash.change: "(50,000)')],
    ['load/yaml data/mini/periods/1q01.yaml:17:16 «"» this quotation has no end'],
  ],
  [
    'a key given twice',
    [withEdit(files.current, '  costs.staff: 650,125', '  costs.goods: 650,125')],
    [
      'load/yaml data/mini/periods/1q01.yaml:11:3 «costs.goods» key costs.goods is given twice | first given here data/mini/periods/1q01.yaml:10:3 «costs.goods»',
    ],
  ],
  [
    'a full-width colon',
    [withEdit(files.issuer, 'standard: j-gaap', 'standard：j-gaap')],
    [
      'load/yaml data/mini/issuer.yaml:5:1 «standard：» a full-width colon ends no key | line 5 has a full-width colon: write a plain one and a space',
    ],
  ],
  [
    'a full-width colon further in',
    [withEdit(files.current, '  costs.staff: 650,125', '  costs.staff：650,125')],
    [
      'load/yaml data/mini/periods/1q01.yaml:11:3 «costs.staff：» a full-width colon ends no key | line 11 has a full-width colon: write a plain one and a space',
    ],
  ],
  [
    'a tab',
    [withEdit(files.current, '  costs.staff', '\tcosts.staff')],
    [
      'load/yaml data/mini/periods/1q01.yaml:11:1 «\t» tab characters must not be used in indentation | line 11 is indented with a tab: use spaces',
    ],
  ],
  [
    'an alias without anchor',
    [withEdit(files.position, 'en: *heads', 'en: *head')],
    [
      'load/yaml data/mini/statements/position.yaml:16:7 «*head» alias *head names no anchor above it | put the text in quotes if it begins with this sign: "*head"',
    ],
  ],
  [
    'an alias inside its anchor',
    [withEdit(files.position, '  - {id: usd', '  - &me [*me]\n  - {id: usd')],
    ['load/yaml data/mini/statements/position.yaml:8:10 «*me» alias *me stands inside the value that it names'],
  ],
  [
    'an alias bomb',
    [
      {
        file: files.concepts,
        content:
          'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n',
      },
    ],
    ['load/yaml data/mini/concepts.yaml:6:11 «*e» aliases expand to more than 200000 values'],
  ],
  [
    'deep nesting',
    [{ file: files.concepts, content: `a: ${'['.repeat(100)}${']'.repeat(100)}\n` }],
    ['load/yaml data/mini/concepts.yaml:1:67 «[» nested more than 64 deep'],
  ],
  [
    'nesting beyond the stack',
    [{ file: files.concepts, content: `a: ${'['.repeat(20000)}${']'.repeat(20000)}\n` }],
    ['load/yaml data/mini/concepts.yaml:1:67 «[» nested more than 64 deep'],
  ],
  [
    'an unknown tag',
    [withEdit(files.issuer, 'standard: j-gaap', 'standard: !!js j-gaap')],
    ['load/yaml data/mini/issuer.yaml:5:11 «!!js» tag !!js is not known: values are what they look like'],
  ],
  [
    'two documents',
    [withEdit(files.issuer, 'standard: j-gaap', '---\nstandard: j-gaap')],
    ['load/yaml data/mini/issuer.yaml:5:1 «---» a second document begins here'],
  ],
  [
    'a key that is a list',
    [withEdit(files.issuer, 'standard: j-gaap', '? [a]\n: b\nstandard: j-gaap')],
    ['load/yaml data/mini/issuer.yaml:5:3 «[a]» a key is a single word or a quoted text'],
  ],
  [
    'metrics of another face',
    [withEdit(files.fonts, 'postscript-name: NotoSansJP-Regular', 'postscript-name: NotoSansJP-Medium')],
    [
      'load/font fonts/fonts.yaml:14:22 «NotoSansJP-Medium» the metrics of font noto-sans-jp-400 are those of NotoSansJP-Regular, not of NotoSansJP-Medium | let id, file and postscript-name be of one face, or run npm run fonts:compile',
    ],
  ],
  [
    'font hash',
    [withEdit(files.fonts, 'sha256: d930d5', 'sha256: d930d6')],
    [
      'load/font fonts/fonts.yaml:12:13 «d930d6d52d15231c283089760f8458…» the file of font noto-sans-jp-400 has the sha256 d930d5d52d15…, not d930d6d52d15… | install @expo-google-fonts/noto-sans-jp 0.4.3, or compile the metrics of the new file and record its sha256',
    ],
  ],
  [
    'font package',
    [
      withEdit(
        files.fonts,
        'package: "@expo-google-fonts/noto-sans-jp"\n    version: 0.4.3\n    file: 400',
        'package: "@expo-google-fonts/noto-sans-jq"\n    version: 0.4.3\n    file: 400',
      ),
    ],
    [
      'load/font fonts/fonts.yaml:9:14 «"@expo-google-fonts/noto-sans-…» font noto-sans-jp-400 needs the package @expo-google-fonts/noto-sans-jq, which is not installed | run npm install',
    ],
  ],
  [
    'font file',
    [withEdit(files.fonts, 'file: 400Regular/NotoSansJP_400Regular.ttf', 'file: 400Regular/NotoSansJP.ttf')],
    [
      'load/missing-file fonts/fonts.yaml:11:11 «400Regular/NotoSansJP.ttf» @expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP.ttf is missing',
    ],
  ],
  [
    'font escape',
    [withEdit(files.fonts, 'file: 400Regular/NotoSansJP_400Regular.ttf', 'file: ../NotoSansJP.ttf')],
    ['load/font fonts/fonts.yaml:11:11 «../NotoSansJP.ttf» ../NotoSansJP.ttf leads out of the package'],
  ],
  [
    'font metrics',
    [{ file: 'fonts/metrics/noto-sans-jp-400.json', remove: true }],
    [
      'load/missing-file fonts/metrics/noto-sans-jp-400.json:1:1 «» fonts/metrics/noto-sans-jp-400.json is missing | run npm run fonts:compile',
    ],
  ],
  [
    'font metrics bad',
    [{ file: 'fonts/metrics/noto-sans-jp-400.json', content: '{' }],
    [
      "load/font fonts/fonts.yaml:5:9 «noto-sans-jp-400» fonts/metrics/noto-sans-jp-400.json cannot be decoded (Expected property name or '}' in JSON at position 1) | run npm run fonts:compile",
    ],
  ],
];

describe('load', () => {
  it.each(cases)('%s', (_story, edits, findings) => {
    const outcome = loadFixture(...edits);
    expect(outcome.listed).toEqual(findings);
    expect(outcome.release).toBeUndefined();
  });
});
