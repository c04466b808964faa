// Turn style.yaml and fonts/fonts.yaml into typed data: page classes, faces, block and table styles. Lengths in points unless a key says em.
import * as z from 'zod/mini';
import { language } from '../../language/languages.ts';
import { atLeast, flag, forLanguages, lazily, notes, number, reference, text } from './scalars.ts';

const color = () => text('colour: a name of the palette, or #rrggbb');

const frame = lazily(() =>
  z.strictObject({
    rule: z._default(number('thickness of the lines; 0 for a tint without lines'), '0.5'),
    color: z.optional(color()),
    tint: z.optional(color()),
    padding: z._default(number('room inside the lines'), '8'),
    margin: z._default(number('room above and below the frame'), '8'),
    title: z._default(z.enum(['inside', 'in-rule']), 'inside'),
  }),
);

const block = lazily(() =>
  z.strictObject({
    extends: z.optional(reference('block whose fields this one takes over')),
    size: z.optional(number()),
    leading: z.optional(number()),
    font: z.optional(z.enum(['text', 'heading', 'table'])),
    weight: z.optional(z.enum(['400', '500', '600', '700'])),
    italic: flag(),
    align: z.optional(z.enum(['justify', 'left', 'center', 'right'])),
    indent: z.optional(number('first line, em')),
    hang: z.optional(number('other lines, em')),
    before: z.optional(number()),
    after: z.optional(number()),
    'grid-lines': z.optional(number('grid lines that it takes in all')),
    'keep-with-next': flag(),
    'keep-with-previous': flag(),
    'keep-together': flag(),
    widows: z.optional(number('least lines at the top of a page')),
    orphans: z.optional(number('least lines at the foot of a page')),
    measure: z.optional(number('narrower measure; 0 for the page’s')),
    color: z.optional(color()),
    frame: z.optional(frame()),
    labels: z.optional(z.enum(['left', 'spread'])),
    columns: z.optional(number('1 or 2: terms beside each other on a line, columns that a group fills')),
    'column-gap': z.optional(number('between two columns of a group, em')),
    across: z.optional(z.boolean().register(notes, { description: 'in a group of two columns: stands across both' })),
    leader: z.optional(text('from a term to what is said of it: dots or rule; in contents any mark that fills the line too')),
  }),
);

const page = lazily(() =>
  z.strictObject({
    width: number(),
    height: number(),
    left: number(),
    measure: number(),
    top: number(),
    'first-top': z.optional(number('top of the first page of a part; top without it')),
    bottom: number(),
    grid: z._default(number('line feed of the grid'), '0'),
    folio: z._default(z.boolean(), true),
    'running-head-from': z._default(number('page of the part that the running head begins on'), '0'),
    summary: z.optional(z.boolean().register(notes, { description: 'its pages are the summary, which a file of its own may hold' })),
  }),
);

const table = lazily(() =>
  z.strictObject({
    sizes: z.array(number('sizes to try, the largest first')),
    pitch: number('row pitch, times the size'),
    'head-pitch': number('head pitch, times the head’s size'),
    'head-scale': z._default(number(), '1'),
    'min-head': number('least size of heads'),
    gutter: number('least, em'),
    'max-gutter': number('largest, em'),
    indent: number('step, em'),
    'min-column': z._default(number('least width of a figure column, em'), '0'),
    'head-align': z._default(z.enum(['center', 'digit']), 'center'),
    'unit-row': z._default(z.boolean(), false),
    leader: z.optional(z.enum(['dots', 'rule']).register(notes, { description: 'from a label to the first figure of its row' })),
    'section-gap': z._default(number('times the pitch'), '0'),
    rules: z.strictObject({
      edge: number(),
      head: number(),
      total: number(),
      'double-gap': number(),
      column: z._default(number('upright, between columns'), '0'),
      group: z._default(number('upright, between columns that no head joins'), '0'),
      row: z._default(number('above every row but the first'), '0'),
      side: z._default(number('upright, at both edges'), '0'),
      color: z.optional(color()),
    }),
    tints: z.optional(
      z.strictObject({
        head: z.optional(color()),
        band: z.optional(color()),
        total: z.optional(color()),
        columns: z._default(z.record(z.string(), color()), {}),
      }),
    ),
    width: z.enum(['full', 'natural']),
    before: z._default(number(), '0'),
    after: z._default(number(), '0'),
  }),
);

const roles = lazily(() => z.strictObject({ text: reference('family'), heading: reference('family'), table: reference('family') }));
const step = lazily(() => z.strictObject({ size: number(), leading: number(), measure: number() }));

const cjkJustification = () => z._default(z.strictObject({ hang: flag() }), {});
const latinJustification = () =>
  z._default(
    z.strictObject({
      letters: z._default(z.strictObject({ shrink: number('em'), stretch: number('em') }), { shrink: '0', stretch: '0' }),
      hyphenate: flag(),
    }),
    { letters: { shrink: '0', stretch: '0' } },
  );

/** What fills a line is a question of the tradition: each language has its own keys. */
const justification = forLanguages((languages) =>
  atLeast(languages, (lang) => (language(lang).tradition === 'cjk' ? cjkJustification() : latinJustification())),
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
    colors: z._default(z.record(z.string(), text('sRGB, #rrggbb')), {}),
    pages: z.record(z.string(), page()),
    fonts: atLeast(languages, () => roles()),
    blocks: atLeast(languages, () => z.record(z.string(), block())),
    justification: z.optional(justification(languages)),
    tables: z.strictObject({ statement: table(), statistics: table() }),
    charts: z._default(
      z.strictObject({
        height: z._default(number('of the field that bars and lines stand in'), chartDefaults.height),
        size: z._default(number('of the labels'), chartDefaults.size),
        'min-size': z._default(number('least size of labels that would touch'), chartDefaults['min-size']),
        fill: z._default(number('share of a period’s room that its bars fill'), chartDefaults.fill),
        rules: z._default(
          z.strictObject({
            axis: z._default(number('of the axis and of outlines'), chartDefaults.rules.axis),
            grid: z._default(number('of the lines at the marks'), chartDefaults.rules.grid),
            line: z._default(number('of lines from period to period'), chartDefaults.rules.line),
          }),
          chartDefaults.rules,
        ),
        colors: z._default(z.array(text('of a series: a name of the palette, or #rrggbb')), chartDefaults.colors),
        before: z._default(number(), chartDefaults.before),
        after: z._default(number(), chartDefaults.after),
      }),
      chartDefaults,
    ),
    sup: z.strictObject({ scale: number(), rise: number() }),
    folio: z.strictObject({ size: number(), baseline: number(), color: z.optional(color()) }),
    'running-head': z.strictObject({
      size: number(),
      baselines: z.array(number()),
      page: atLeast(languages, () => text('{n} stands for the number')),
      color: z.optional(color()),
      logo: z.optional(
        z.strictObject({
          picture: text('file of a folder pictures'),
          height: number(),
          top: number('upper edge, from the top of the sheet'),
          align: z._default(z.enum(['left', 'center', 'right']), 'right'),
        }),
      ),
      lines: z.optional(atLeast(languages, () => z.array(text('a line; {issuer}, {title}, {part}, {date}, {n} stand for what they name')))),
    }),
    markers: atLeast(languages, () => z.union([text('marker of list items'), z.array(text('marker of list items, level by level'))])),
    continued: atLeast(languages, () => text('words after the caption of a table that goes on')),
    profile: z._default(z.enum(['typeset', 'verbatim']), 'typeset'),
    correction: z.optional(
      z.strictObject({
        'excerpt-limit': number('changed rows up to which a table is shown in an excerpt'),
        underline: z.strictObject({ offset: number('below the baseline, em'), thickness: number() }),
        marked: atLeast(languages, () => text('line above the release with its changes marked')),
        deleted: atLeast(languages, () => text('what stands there where something was taken out')),
        parts: z._default(
          z.array(
            z.strictObject({
              name: atLeast(languages, () => text('name of a part of the release, as notices name it')),
              pages: z.array(reference('page class')),
              data: z._default(z.boolean(), false),
            }),
          ),
          [],
        ),
      }),
    ),
    ladder: z._default(z.record(z.string(), z.array(step())), {}),
  }),
);

export type JustificationData = z.infer<ReturnType<typeof justification>>[string];
export type BlockData = z.infer<ReturnType<typeof block>>;
export type ChartStyleData = z.infer<ReturnType<typeof styleSchema>>['charts'];
export type PageData = z.infer<ReturnType<typeof page>>;
export type TableData = z.infer<ReturnType<typeof table>>;

export const fontsSchema = lazily(() =>
  z.strictObject({
    extends: z.optional(z.literal('kessan')),
    fonts: z.array(
      z.strictObject({
        id: reference('name of the face; its metrics are in metrics/<id>.json'),
        family: reference('name of the family'),
        weight: z.enum(['400', '500', '600', '700']),
        italic: z._default(z.boolean(), false),
        package: z.optional(text('npm package; without one the file stands in fonts/')),
        version: z.optional(text('version of the package that the metrics were compiled from')),
        optional: z.optional(z.boolean()),
        file: text('path in the package, or in fonts/'),
        sha256: text('of that file, in hexadecimal').check(z.regex(/^[0-9a-f]{64}$/)),
        licence: text('text of the licence, or its name'),
        'postscript-name': text('name in the font'),
      }),
    ),
  }),
);
