// Turn style.yaml into the style that layout sets with, and the font manifest into the families that it may name.
import type * as z from 'zod/mini';
import type { RelatedPlace } from '../model/finding.ts';
import { headName, headNames } from '../model/head-lines.ts';
import { inLang, type Lang, perLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Picture } from '../model/picture.ts';
import { say, sayAll } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { ChartStyle, Color, CorrectionStyle, Justification, Logo, PageClass, Style, TableStyle, TableTints } from '../model/style.ts';
import { buildBlockStyles } from './build-block-styles.ts';
import { buildPalette, type ColorOf, colorReader } from './build-colors.ts';
import type { ChartStyleData, fontsSchema, JustificationData, PageData, styleSchema, TableData } from './schema/style.ts';
import type { Scope } from './scope.ts';

type StyleData = z.infer<ReturnType<typeof styleSchema>>;

/** For the languages of the release. `families` are those of fonts.yaml; undefined when that file is at fault. */
export function buildStyle(
  data: StyleData,
  families: ReadonlySet<string> | undefined,
  pictures: ReadonlyMap<string, Picture>,
  scope: Scope,
): Style {
  const { number, eachLang } = scope;
  const head = data['running-head'];
  const colors = buildPalette(data.colors, scope);
  const colorOf = colorReader(colors, scope);
  return {
    colors,
    pages: new Map(Object.entries(data.pages).map(([name, page]) => [name, buildPage(page, ['pages', name], scope)])),
    fonts: buildFonts(data.fonts, families, scope),
    blocks: eachLang((lang) => buildBlockStyles(inLang(data.blocks, lang), ['blocks', lang], scope, colorOf)),
    justification: eachLang((lang) => buildJustification(data.justification?.[lang], ['justification', lang], scope)),
    tables: new Map(
      (['statement', 'statistics'] as const).map((kind) => [kind, buildTable(data.tables[kind], ['tables', kind], scope, colorOf)]),
    ),
    charts: buildCharts(data.charts, scope, colorOf),
    sup: { scale: number(data.sup.scale, ['sup', 'scale'], 0.3), rise: number(data.sup.rise, ['sup', 'rise']) },
    folio: {
      size: number(data.folio.size, ['folio', 'size'], 1),
      baseline: number(data.folio.baseline, ['folio', 'baseline']),
      ...colored('color', colorOf(data.folio.color, ['folio', 'color'])),
    },
    runningHead: {
      size: number(head.size, ['running-head', 'size'], 1),
      baselines: head.baselines.map((text, index) => number(text, ['running-head', 'baselines', index])),
      lines: eachLang((lang) => buildHeadLines(head, lang, scope)),
      ...colored('color', colorOf(head.color, ['running-head', 'color'])),
      ...(head.logo && buildLogo(head.logo, data, pictures, scope)),
    },
    markers: eachLang((lang) => [inLang(data.markers, lang)].flat()),
    continued: eachLang((lang) => inLang(data.continued, lang)),
    profile: data.profile,
    ...(data.correction && { correction: buildCorrection(data.correction, new Set(Object.keys(data.pages)), scope) }),
    ladder: buildLadder(data, scope),
  };
}

/** Without lines of its own, a head says the issuer, the day and the page. */
function buildHeadLines(head: StyleData['running-head'], lang: Lang, scope: Scope): readonly string[] {
  const lines = head.lines && inLang(head.lines, lang);
  const baselines = head.baselines.length;
  if (lines && lines.length > baselines) {
    const message = say`a running head of ${lines.length} lines has ${baselines} baselines: the others would not be printed`;
    const hints = ['give running-head.baselines a height for each line, and the pages room for them'];
    scope.fail({ code: 'validate/style', message, path: ['running-head', 'lines', lang, baselines], hints });
  }
  lines?.forEach((line, index) => {
    for (const [typed, name = ''] of line.matchAll(headName)) {
      if (headNames.some((known) => known === name)) continue;
      const hints = [
        say`names of a running head: ${sayAll(
          headNames.map((known) => `{${known}}`),
          ', ',
        )}`,
      ];
      scope.fail({ code: 'validate/style', message: say`${typed} names nothing`, path: ['running-head', 'lines', lang, index], hints });
    }
  });
  return lines ?? ['{issuer}', '{date}', inLang(head.page, lang)];
}

/** Undefined, and reported, where there is no such picture; it stands above the body of the pages that have a running head. */
function buildLogo(
  data: NonNullable<StyleData['running-head']['logo']>,
  { pages }: StyleData,
  pictures: ReadonlyMap<string, Picture>,
  scope: Scope,
): { readonly logo: Logo } | undefined {
  const path = ['running-head', 'logo'];
  const picture = pictures.get(data.picture);
  const [top, height] = [scope.number(data.top, [...path, 'top']), scope.number(data.height, [...path, 'height'], 1)];
  if (!picture) {
    const beside = 'put it into the folder pictures of the layout, of the issuer or of the release, and name the file alone';
    const hints = [...nameHints(data.picture, pictures.keys()), beside];
    scope.fail({ code: 'validate/style', message: say`there is no picture ${data.picture}`, path: [...path, 'picture'], hints });
    return undefined;
  }
  for (const [name, page] of Object.entries(pages)) {
    if (Number(page['running-head-from']) === 0 || top + height <= Number(page.top)) continue;
    const message = say`the logo ends at ${top + height}, and the body of ${name} begins at ${page.top}`;
    scope.fail({ code: 'validate/style', message, path: [...path, 'height'], hints: ['make it lower, or set it higher'] });
    break;
  }
  return { logo: { picture, top, height, align: data.align } };
}

function buildPage(data: PageData, path: YamlPath, scope: Scope): PageClass {
  const length = (key: 'width' | 'height' | 'left' | 'measure' | 'top' | 'bottom' | 'grid', least = 0) =>
    scope.number(data[key], [...path, key], least);
  const page = {
    width: length('width', 72),
    height: length('height', 72),
    left: length('left'),
    measure: length('measure', 36),
    top: length('top'),
    firstTop: scope.number(data['first-top'] ?? data.top, [...path, data['first-top'] === undefined ? 'top' : 'first-top']),
    bottom: length('bottom'),
    grid: length('grid'),
    folio: data.folio,
    runningHeadFrom: scope.count(data['running-head-from'], [...path, 'running-head-from'], 0, 999),
    ...(data.summary && { summary: true as const }),
  };
  if (page.left + page.measure > page.width) {
    const message = say`left ${page.left} and measure ${page.measure} exceed the width ${page.width}`;
    const hints = [say`a line of ${Number((page.width - page.left).toFixed(2))} would reach the edge of the sheet`];
    scope.fail({ code: 'validate/style', message, path: [...path, 'measure'], related: halfIn('left', 'measure', path, scope), hints });
  }
  for (const [key, typed] of [
    ['top', 'top'],
    ['firstTop', 'first-top'],
  ] as const) {
    if (page[key] < page.bottom) continue;
    const message = say`the body begins at ${page[key]} and ends at ${page.bottom}, above it`;
    scope.fail({ code: 'validate/style', message, path: [...path, 'bottom'], related: halfIn(typed, 'bottom', path, scope) });
    break;
  }
  if (page.bottom > page.height) {
    const message = say`bottom ${page.bottom} is below the height ${page.height}`;
    scope.fail({ code: 'validate/style', message, path: [...path, 'bottom'], related: halfIn('height', 'bottom', path, scope) });
  }
  return page;
}

/** The other half of a contradiction, where a theme says one half and what it extends the other. */
function halfIn(other: keyof PageData, key: keyof PageData, path: YamlPath, scope: Scope): readonly RelatedPlace[] {
  const at = scope.at([...path, other]);
  return at.file === scope.at([...path, key]).file ? [] : [{ at, message: say`${other} is said here` }];
}

/** A key that is there only with its colour. */
const colored = <K extends string>(key: K, color: Color | undefined) => (color ? { [key]: color } : {}) as { readonly [P in K]?: Color };

function buildTints(data: TableData['tints'], path: YamlPath, colorOf: ColorOf): TableTints {
  const columns = new Map<string, Color>();
  for (const [role, name] of Object.entries(data?.columns ?? {})) {
    const color = colorOf(name, [...path, 'columns', role]);
    if (color) columns.set(role, color);
  }
  return {
    ...colored('head', colorOf(data?.head, [...path, 'head'])),
    ...colored('band', colorOf(data?.band, [...path, 'band'])),
    ...colored('total', colorOf(data?.total, [...path, 'total'])),
    columns,
  };
}

function buildTable(data: TableData, path: YamlPath, scope: Scope, colorOf: ColorOf): TableStyle {
  const length = (key: Exclude<keyof TableData, 'sizes' | 'rules' | 'tints' | 'width' | 'head-align' | 'unit-row' | 'leader'>, least = 0) =>
    scope.number(data[key], [...path, key], least);
  const rule = (key: Exclude<keyof TableData['rules'], 'color'>) => scope.number(data.rules[key], [...path, 'rules', key]);
  if (data.sizes.length === 0) {
    scope.fail({ code: 'validate/style', message: 'a table has no size to be set in', path: [...path, 'sizes'] });
  }
  const sizes = data.sizes.map((text, index) => scope.number(text, [...path, 'sizes', index], 1));
  const larger = sizes.findIndex((size, index) => index > 0 && size >= (sizes[index - 1] ?? 0));
  if (larger > 0) {
    scope.fail({ code: 'validate/style', message: 'the sizes do not fall from the largest', path: [...path, 'sizes', larger] });
  }
  return {
    sizes,
    pitch: length('pitch', 1),
    headPitch: length('head-pitch', 1),
    headScale: length('head-scale', 0.3),
    minHead: length('min-head', 1),
    gutter: length('gutter'),
    maxGutter: length('max-gutter'),
    indent: length('indent'),
    minColumn: length('min-column'),
    headAlign: data['head-align'],
    unitRow: data['unit-row'],
    ...(data.leader && { leader: data.leader }),
    sectionGap: length('section-gap'),
    rules: { edge: rule('edge'), head: rule('head'), total: rule('total'), doubleGap: rule('double-gap') },
    width: data.width,
    lines: { column: rule('column'), group: rule('group'), row: rule('row'), side: rule('side') },
    tints: buildTints(data.tints, [...path, 'tints'], colorOf),
    ...colored('color', colorOf(data.rules.color, [...path, 'rules', 'color'])),
    before: length('before'),
    after: length('after'),
  };
}

function buildCharts(data: ChartStyleData, scope: Scope, colorOf: ColorOf): ChartStyle {
  const length = (key: 'height' | 'size' | 'min-size' | 'fill' | 'before' | 'after', least = 0) =>
    scope.number(data[key], ['charts', key], least);
  const rule = (key: 'axis' | 'grid' | 'line') => scope.number(data.rules[key], ['charts', 'rules', key]);
  const fill = length('fill', 0.1);
  if (fill > 1)
    scope.fail({
      code: 'validate/style',
      message: say`bars fill ${fill} of their room, which is more than all of it`,
      path: ['charts', 'fill'],
    });
  if (data.colors.length === 0)
    scope.fail({ code: 'validate/style', message: 'a chart has no colour to be drawn in', path: ['charts', 'colors'] });
  const [size, minSize] = [length('size', 4), length('min-size', 4)];
  if (minSize > size) {
    scope.fail({ code: 'validate/style', message: say`labels of size ${size} cannot shrink to ${minSize}`, path: ['charts', 'min-size'] });
  }
  return {
    height: length('height', 36),
    size,
    minSize,
    fill,
    rules: { axis: rule('axis'), grid: rule('grid'), line: rule('line') },
    colors: data.colors.flatMap((written, index) => colorOf(written, ['charts', 'colors', index]) ?? []),
    before: length('before'),
    after: length('after'),
  };
}

/** Letters set wider than this look spaced, in em; a tenth of the least word space. */
const widestLetters = 0.03;
/** Glyphs drawn wider or narrower than this by their share look like those of another face (pdfTeX's usual limit). */
const widestGlyphs = 0.02;

function buildJustification(data: JustificationData | undefined, path: YamlPath, scope: Scope): Justification {
  const letters = (key: 'shrink' | 'stretch'): number => {
    const place = [...path, 'letters', key];
    const em = data && 'letters' in data ? scope.number(data.letters[key], place) : 0;
    if (em > widestLetters) {
      const message = say`letters that ${key} by ${em} em are seen to do so`;
      scope.fail({ code: 'validate/style', message, path: place, hints: [say`keep to ${widestLetters} em at most; 0.02 is enough`] });
    }
    return em;
  };
  const widening = data && 'widening' in data ? scope.number(data.widening, [...path, 'widening']) : 0;
  if (widening > widestGlyphs) {
    const message = say`glyphs wider by ${widening} of their width are seen to be so`;
    scope.fail({
      code: 'validate/style',
      message,
      path: [...path, 'widening'],
      hints: [say`keep to ${widestGlyphs} at most; 0.015 is enough`],
    });
  }
  return {
    hang: data !== undefined && 'hang' in data && data.hang === true,
    letterShrink: letters('shrink'),
    letterStretch: letters('stretch'),
    widening,
    hyphenate: data !== undefined && 'hyphenate' in data && data.hyphenate === true,
  };
}

function buildCorrection(data: NonNullable<StyleData['correction']>, pageClasses: ReadonlySet<string>, scope: Scope): CorrectionStyle {
  const { underline, marked, deleted } = data;
  return {
    excerptLimit: scope.count(data['excerpt-limit'], ['correction', 'excerpt-limit'], 0, 999),
    underline: {
      offset: scope.number(underline.offset, ['correction', 'underline', 'offset']),
      thickness: scope.number(underline.thickness, ['correction', 'underline', 'thickness']),
    },
    marked: scope.eachLang((lang) => inLang(marked, lang)),
    deleted: scope.eachLang((lang) => inLang(deleted, lang)),
    parts: data.parts.map(({ name, pages, data: filed }, index) => {
      pages.forEach((page, at) => {
        if (pageClasses.has(page)) return;
        const path = ['correction', 'parts', index, 'pages', at];
        scope.fail({ code: 'validate/style', message: say`page class ${page} is not known`, path, hints: nameHints(page, pageClasses) });
      });
      return { pages, name: scope.eachLang((lang) => inLang(name, lang)), data: filed };
    }),
  };
}

function buildLadder(data: StyleData, scope: Scope): Style['ladder'] {
  return new Map(
    Object.entries(data.ladder).map(([page, steps]) => {
      if (!Object.hasOwn(data.pages, page)) {
        const hints = nameHints(page, Object.keys(data.pages));
        scope.fail({ code: 'validate/style', message: say`page class ${page} is not known`, path: ['ladder', page], key: true, hints });
      }
      const built = steps.map((step, index) => {
        const path = ['ladder', page, index];
        return {
          size: scope.number(step.size, [...path, 'size'], 1),
          leading: scope.number(step.leading, [...path, 'leading'], 1),
          measure: scope.number(step.measure, [...path, 'measure'], 36),
        };
      });
      return [page, built];
    }),
  );
}

/**
 * Those of the release's languages, then those of the style's other ones, which help out with characters of another tradition: they are
 * no fault when the project has no such fonts.
 */
function buildFonts(data: StyleData['fonts'], families: ReadonlySet<string> | undefined, scope: Scope): Style['fonts'] {
  const own = scope.eachLang((lang) => inLang(data, lang));
  for (const [lang, roles] of Object.entries(own)) {
    for (const role of ['text', 'heading', 'table'] as const) {
      const family = roles[role];
      if (families?.has(family) !== false) continue;
      const hints = nameHints(family, families);
      scope.fail({ code: 'validate/style', message: say`family ${family} is not in fonts.yaml`, path: ['fonts', lang, role], hints });
    }
  }
  const others = Object.keys(data).filter((lang) => {
    const roles = data[lang];
    return (
      !Object.hasOwn(own, lang) && roles && [roles.text, roles.heading, roles.table].every((family) => families?.has(family) !== false)
    );
  });
  return perLang([...Object.keys(own), ...others], (lang) => inLang(data, lang));
}

type FontsData = z.infer<ReturnType<typeof fontsSchema>>;

/** Families of the manifest; a font id given twice is an error. */
export function buildFamilies(data: FontsData, scope: Scope): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const [index, font] of data.fonts.entries()) {
    const earlier = seen.get(font.id);
    if (earlier !== undefined) {
      const related = [{ at: scope.at(['fonts', earlier, 'id']), message: 'first given here' }];
      scope.fail({ code: 'validate/duplicate', message: say`font ${font.id} is given twice`, path: ['fonts', index, 'id'], related });
    }
    seen.set(font.id, index);
  }
  return new Set(data.fonts.map((font) => font.family));
}
