// Turn style.yaml and fonts/fonts.yaml into typed data: page classes, faces, block and table styles. Lengths in points unless a key says em.
import * as z from 'zod/mini';
import { language } from '../../language/languages.ts';
import { atLeast, choice, described, flag, forLanguages, lazily, number, record, reference, text } from './scalars.ts';

const color = (of = 'of its letters') => text(`colour ${of}: a name of the palette, or #rrggbb`, '#0b3d91');

const frame = lazily(() =>
  z.strictObject({
    rule: z._default(number('thickness of the lines; 0 for a tint without lines'), '0.5'),
    color: z.optional(color('of the lines')),
    tint: z.optional(color('of the ground inside')),
    padding: z._default(number('room inside the lines'), '8'),
    margin: z._default(number('room above and below the frame'), '8'),
    title: z._default(
      choice(['inside', 'in-rule'], 'where the heading stands that the block begins with: inside, or in the upper line'),
      'inside',
    ),
  }),
);

const block = lazily(() =>
  z.strictObject({
    extends: z.optional(reference('block whose fields this one takes over')),
    size: z.optional(number('size of the letters, points')),
    leading: z.optional(number('from baseline to baseline, points')),
    font: z.optional(choice(['text', 'heading', 'table'], 'the role whose face it is set in')),
    weight: z.optional(choice(['400', '500', '600', '700'], 'weight of the face')),
    italic: flag('set in the slanted face'),
    align: z.optional(choice(['justify', 'left', 'center', 'right'], 'how its lines fill the measure')),
    indent: z.optional(number('first line, em')),
    hang: z.optional(number('other lines, em')),
    before: z.optional(number('room above it, points; none at the top of a page')),
    after: z.optional(number('room below it, points')),
    'grid-lines': z.optional(number('grid lines that it takes in all')),
    'keep-with-next': flag('stands on the page on which the next block begins'),
    'keep-with-previous': flag('stands on the page on which the block before it ends'),
    'keep-together': flag('is not parted over pages'),
    widows: z.optional(number('least lines at the top of a page')),
    orphans: z.optional(number('least lines at the foot of a page')),
    measure: z.optional(number('narrower measure; 0 for the page’s')),
    color: z.optional(color()),
    frame: z.optional(described(frame(), 'the box that it stands in, also over pages', { rule: 0.5, padding: 8 })),
    labels: z.optional(choice(['left', 'spread'], 'terms of a list begin on one edge, or are all as wide as the widest (均等割り)')),
    columns: z.optional(number('1 or 2: terms beside each other on a line, columns that a group fills')),
    'column-gap': z.optional(number('between two columns of a group, em')),
    across: z.optional(described(z.boolean(), 'in a group of two columns: stands across both')),
    leader: z.optional(text('from a term to what is said of it: dots or rule; in contents any mark that fills the line too')),
  }),
);

const page = lazily(() =>
  z.strictObject({
    width: number('width of the paper; A4 is 595.28 by 841.89'),
    height: number('height of the paper'),
    left: number('left margin'),
    measure: number('width of the text'),
    top: number('from the upper edge to the text'),
    'first-top': z.optional(number('top of the first page of a part; top without it')),
    bottom: number('from the upper edge to the end of the text'),
    grid: z._default(number('line feed of the grid'), '0'),
    folio: z._default(described(z.boolean(), 'its pages print their number'), true),
    'running-head-from': z._default(number('page of the part that the running head begins on'), '0'),
    summary: z.optional(described(z.boolean(), 'its pages are the summary, which a file of its own may hold')),
  }),
);

const table = lazily(() =>
  z.strictObject({
    sizes: described(z.array(number('a size, points')), 'sizes to try, the largest first: the first that fits is taken', [8, 7.5, 7]),
    pitch: number('row pitch, times the size'),
    'head-pitch': number('head pitch, times the head’s size'),
    'head-scale': z._default(number('size of heads, times that of the rows'), '1'),
    'min-head': number('least size of heads'),
    gutter: number('least, em'),
    'max-gutter': number('largest, em'),
    indent: number('step, em'),
    'min-column': z._default(number('least width of a figure column, em'), '0'),
    'head-align': z._default(
      choice(['center', 'digit'], 'heads stand in the middle of their columns, or end where the digits do'),
      'center',
    ),
    leader: z.optional(choice(['dots', 'rule'], 'from a label to the first figure of its row')),
    'unit-row': z._default(
      described(z.boolean(), 'the last row of heads holds units: a rule parts it from the heads, none from the figures'),
      false,
    ),
    'section-gap': z._default(number('times the pitch'), '0'),
    rules: described(
      z.strictObject({
        edge: number('above and below the table'),
        head: number('below the heads'),
        total: number('above totals'),
        'double-gap': number('between the two rules of a double one'),
        column: z._default(number('upright, between columns'), '0'),
        group: z._default(number('upright, between columns that no head joins'), '0'),
        row: z._default(number('above every row but the first'), '0'),
        side: z._default(number('upright, at both edges'), '0'),
        color: z.optional(color('of all its rules')),
      }),
      'thickness of its rules, points; 0 for none',
    ),
    tints: z.optional(
      described(
        z.strictObject({
          head: z.optional(color('behind the heads')),
          band: z.optional(color('behind every second row')),
          total: z.optional(color('behind totals')),
          columns: z._default(
            record(color('behind the column'), 'by what the period of a column is: current, comparative', { current: '#eef3fb' }),
            {},
          ),
        }),
        'grounds of its parts; what is left out stands on the paper',
      ),
    ),
    width: choice(['full', 'natural'], 'as wide as the text, or as its columns ask'),
    before: z._default(number('room above it, points'), '0'),
    after: z._default(number('room below it, points'), '0'),
  }),
);

const roles = lazily(() =>
  described(
    z.strictObject({
      text: reference('family of running text'),
      heading: reference('family of headings'),
      table: reference('family of tables'),
    }),
    'families of fonts.yaml by what they set',
  ),
);
const step = lazily(() =>
  z.strictObject({
    size: number('size of the text, points'),
    leading: number('from baseline to baseline, points'),
    measure: number('width of the text, points'),
  }),
);

const cjkJustification = () =>
  z._default(
    described(
      z.strictObject({ hang: flag('、 and 。 may stand half over the right margin where a line is too full for them (ぶら下げ)') }),
      'what fills a justified line besides its spaces',
    ),
    {},
  );
const latinJustification = () =>
  z._default(
    described(
      z.strictObject({
        letters: z._default(
          described(
            z.strictObject({ shrink: number('closer by so much, em'), stretch: number('wider apart by so much, em') }),
            'how far letters may stand closer or wider apart than the face has them',
            { shrink: 0.01, stretch: 0.015 },
          ),
          { shrink: '0', stretch: '0' },
        ),
        widening: z._default(number('how far glyphs may be set wider or narrower than the face has them, in parts of their width'), '0'),
        hyphenate: flag('words may be parted where spaces alone do not fill the line'),
      }),
      'what fills a justified line besides its spaces',
    ),
    { letters: { shrink: '0', stretch: '0' }, widening: '0' },
  );

/** What fills a line is a question of the tradition: each language has its own keys. */
const justification = forLanguages((languages) =>
  atLeast(languages, 'what fills justified lines besides their spaces', (lang) =>
    language(lang).tradition === 'cjk' ? cjkJustification() : latinJustification(),
  ),
);

/** Far enough from each other for any printer, the darkest first. */
const greys = ['#404040', '#d9d9d9', '#8c8c8c', '#ffffff', '#b3b3b3', '#000000'] as const;

/** What a style that says nothing of charts has. */
const chartDefaults = {
  height: '150',
  size: '8',
  'min-size': '6.5',
  fill: '0.64',
  rules: { axis: '0.5', grid: '0.25', line: '1.25' },
  colors: [...greys],
  before: '6',
  after: '8',
};

export const styleSchema = forLanguages((languages) =>
  z.strictObject({
    colors: z._default(
      record(text('sRGB, #rrggbb', '#0b3d91'), 'the palette: colours by name, for other keys to use', { brand: '#0b3d91' }),
      {},
    ),
    pages: record(page(), 'page classes by name: the frames that text is set in'),
    fonts: atLeast(languages, 'families', () => roles()),
    blocks: atLeast(languages, 'how blocks are set', () =>
      record(block(), 'by name of the block: p, p.notice, h1 to h4, li, caption, unit, note', { 'p.notice': { extends: 'p', size: 8 } }),
    ),
    justification: z.optional(justification(languages)),
    tables: described(
      z.strictObject({
        statement: described(table(), 'how tables of the kind statement are set'),
        statistics: described(table(), 'how tables of the kind statistics are set'),
      }),
      'how tables are set, by the kind that their files say',
    ),
    charts: z._default(
      described(
        z.strictObject({
          height: z._default(number('of the field that bars and lines stand in'), chartDefaults.height),
          size: z._default(number('of the labels'), chartDefaults.size),
          'min-size': z._default(number('least size of labels that would touch'), chartDefaults['min-size']),
          fill: z._default(number('share of a period’s room that its bars fill'), chartDefaults.fill),
          rules: z._default(
            described(
              z.strictObject({
                axis: z._default(number('of the axis and of outlines'), chartDefaults.rules.axis),
                grid: z._default(number('of the lines at the marks'), chartDefaults.rules.grid),
                line: z._default(number('of lines from period to period'), chartDefaults.rules.line),
              }),
              'thickness of its lines, points',
            ),
            chartDefaults.rules,
          ),
          colors: z._default(
            described(z.array(text('a name of the palette, or #rrggbb', '#404040')), 'of the series in their order', [
              '#404040',
              '#d9d9d9',
            ]),
            chartDefaults.colors,
          ),
          before: z._default(number('room above it, points'), chartDefaults.before),
          after: z._default(number('room below it, points'), chartDefaults.after),
        }),
        'how charts are drawn: in greys without it',
      ),
      chartDefaults,
    ),
    sup: described(
      z.strictObject({ scale: number('size, times that of the text'), rise: number('rise, times the size of the text') }),
      'superscripts, such as note marks',
    ),
    folio: described(
      z.strictObject({ size: number('size, points'), baseline: number('from the upper edge, points'), color: z.optional(color()) }),
      'the number of a page',
    ),
    'running-head': described(
      z.strictObject({
        size: number('size, points'),
        baselines: described(z.array(number('from the upper edge, points')), 'one for each of its lines'),
        page: atLeast(languages, 'the number of a page in words', () => text('{n} stands for the number', 'Page {n}')),
        color: z.optional(color()),
        logo: z.optional(
          described(
            z.strictObject({
              picture: text('file of a folder pictures', 'logo.svg'),
              height: number('height, points'),
              top: number('upper edge, from the top of the sheet, points'),
              align: z._default(choice(['left', 'center', 'right'], 'the edge of the text that it stands on'), 'right'),
            }),
            'a picture that stands on every page that has a running head, and on the web page',
          ),
        ),
        lines: z.optional(
          atLeast(languages, 'lines of the running head', () =>
            described(z.array(text('{issuer}, {title}, {part}, {date}, {n} stand for what they name')), 'from above', ['{issuer} {title}']),
          ),
        ),
      }),
      'the lines above the text of later pages',
    ),
    markers: atLeast(languages, 'what stands before items of lists', () =>
      described(
        z.union([text('marker of list items'), described(z.array(text('marker of list items')), 'level by level')]),
        'marker of list items, or one for each level',
      ),
    ),
    continued: atLeast(languages, 'words over tables that go on', () => text('words after the caption of a table that goes on')),
    profile: z._default(
      choice(['typeset', 'verbatim'], 'typeset: characters are set as print has them; verbatim: as they are typed'),
      'typeset',
    ),
    correction: z.optional(
      described(
        z.strictObject({
          'excerpt-limit': number('changed rows up to which a table is shown in an excerpt'),
          underline: described(
            z.strictObject({ offset: number('below the baseline, em'), thickness: number('thickness, points') }),
            'the rule under what changed',
          ),
          marked: atLeast(languages, 'name of the release with its changes marked', () =>
            text('line above the release with its changes marked'),
          ),
          deleted: atLeast(languages, 'words for what was taken out', () => text('what stands there where something was taken out')),
          parts: z._default(
            described(
              z.array(
                z.strictObject({
                  name: atLeast(languages, 'name of the part', () => text('name of a part of the release, as notices name it')),
                  pages: described(z.array(reference('page class')), 'classes that its pages are of'),
                  data: z._default(described(z.boolean(), 'all its figures are filed as data too'), false),
                }),
              ),
              'parts of a release that notices name beside the page',
            ),
            [],
          ),
        }),
        'how corrections are set; a layout without it issues none',
      ),
    ),
    ladder: z._default(
      record(
        described(z.array(step()), 'steps, the largest first'),
        'by page class, sizes of running text that are tried to keep to the pages wanted',
        {
          'ja-text': [{ size: 10, leading: 17, measure: 440 }],
        },
      ),
      {},
    ),
  }),
);

export type JustificationData = z.infer<ReturnType<typeof justification>>[string];
export type BlockData = z.infer<ReturnType<typeof block>>;
export type ChartStyleData = z.infer<ReturnType<typeof styleSchema>>['charts'];
export type PageData = z.infer<ReturnType<typeof page>>;
export type TableData = z.infer<ReturnType<typeof table>>;

export const fontsSchema = lazily(() =>
  z.strictObject({
    extends: z.optional(described(z.literal('kessan'), 'the faces that come with kessan stay')),
    fonts: described(
      z.array(
        z.strictObject({
          id: reference('name of the face; its metrics are in metrics/<id>.json'),
          family: reference('name of the family', 'noto-sans-jp'),
          weight: choice(['400', '500', '600', '700'], 'the weight that it stands for'),
          italic: z._default(described(z.boolean(), 'a slanted face'), false),
          package: z.optional(text('npm package; without one the file stands in fonts/')),
          version: z.optional(text('version of the package that the metrics were compiled from')),
          optional: z.optional(described(z.boolean(), 'its package may be missing: styles that name it are then refused')),
          file: text('path in the package, or in fonts/'),
          sha256: text('of that file, in hexadecimal').check(z.regex(/^[0-9a-f]{64}$/)),
          licence: text('text of the licence, or its name'),
          'postscript-name': text('name in the font'),
        }),
      ),
      'the faces, which kessan fonts enters',
    ),
  }),
);
