// Turn the block styles of one language into whole ones: what `extends` takes over, what is left out by default.

import { dataLimits } from '../model/limits.ts';
import { nameHints } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import { type BlockStyle, drawnLeader, type FrameStyle } from '../model/style.ts';
import type { ColorOf } from './build-colors.ts';
import type { BlockData } from './schema/style.ts';
import type { Scope } from './scope.ts';

/** Fields that a block may leave out, unless it extends another. Size, leading and font are always said. */
const blockDefaults: Omit<BlockStyle, 'size' | 'leading' | 'font'> = {
  weight: 400,
  italic: false,
  align: 'left',
  indent: 0,
  hang: 0,
  before: 0,
  after: 0,
  gridLines: 0,
  keepWithNext: false,
  keepWithPrevious: false,
  keepTogether: false,
  // A single line alone at a page's edge is never wanted.
  widows: 2,
  orphans: 2,
  measure: 0,
  labels: 'left',
  columns: 1,
  columnGap: 2,
  across: false,
  leader: '',
};

/** What stands in for a block at fault until the errors stop the stage. */
const harmless: BlockStyle = { ...blockDefaults, size: 10, leading: 14, font: 'text' };

/** `path` leads to the mapping of the language. A block may extend one that stands below it. */
export function buildBlockStyles(
  data: Readonly<Record<string, BlockData>>,
  path: YamlPath,
  scope: Scope,
  colorOf: ColorOf,
): ReadonlyMap<string, BlockStyle> {
  const built = new Map<string, BlockStyle | 'open'>();

  const build = (name: string, block: BlockData, above = 0): BlockStyle => {
    const done = built.get(name);
    if (done && done !== 'open') return done;
    built.set(name, 'open');
    const style = { ...inherited(name, block, above), ...ownFields(block, [...path, name], scope, colorOf) };
    for (const key of ['size', 'leading', 'font'] as const) {
      if (style[key] !== undefined) continue;
      const message = say`${name} has no key ${key}`;
      scope.fail({
        code: 'validate/missing-key',
        message,
        path: [...path, name],
        key: true,
        hints: [say`add ${key}: to it, or extend a block that has one`],
      });
    }
    const whole = { ...harmless, ...style };
    built.set(name, whole);
    return whole;
  };

  const inherited = (name: string, block: BlockData, above: number): Partial<BlockStyle> => {
    if (block.extends === undefined) return blockDefaults;
    const base = Object.hasOwn(data, block.extends) ? data[block.extends] : undefined;
    const place = [...path, name, 'extends'];
    if (!base) {
      const hints = nameHints(block.extends, Object.keys(data));
      scope.fail({ code: 'validate/style', message: say`block ${block.extends} is not known`, path: place, hints });
      return harmless;
    }
    if (built.get(block.extends) === 'open') {
      scope.fail({ code: 'validate/style', message: say`block ${name} extends itself, by way of ${block.extends}`, path: place });
      return harmless;
    }
    if (above === dataLimits.nesting) {
      const message = say`blocks extend one another more than ${dataLimits.nesting} deep`;
      scope.fail({ code: 'validate/style', message, path: place, hints: ['let the block say its own fields'] });
      return harmless;
    }
    return build(block.extends, base, above + 1);
  };

  for (const [name, block] of Object.entries(data)) build(name, block);
  return new Map(Object.entries(data).map(([name, block]) => [name, build(name, block)]));
}

/** The fields that a block says itself. */
function ownFields(data: BlockData, path: YamlPath, scope: Scope, colorOf: ColorOf): Partial<BlockStyle> {
  const own: { -readonly [K in keyof BlockStyle]?: BlockStyle[K] } = {};
  const lengths = { size: 1, leading: 1, indent: -20, hang: 0, before: 0, after: 0, measure: 0 };
  const gap = data['column-gap'];
  if (gap !== undefined) own.columnGap = scope.number(gap, [...path, 'column-gap'], 1);
  if (data.across !== undefined) own.across = data.across;
  for (const key of ['size', 'leading', 'indent', 'hang', 'before', 'after', 'measure'] as const) {
    const text = data[key];
    if (text !== undefined) own[key] = scope.number(text, [...path, key], lengths[key]);
  }
  const { widows, orphans, weight } = data;
  const gridLines = data['grid-lines'];
  const keepWithNext = data['keep-with-next'];
  const keepWithPrevious = data['keep-with-previous'];
  const keepTogether = data['keep-together'];
  if (widows !== undefined) own.widows = scope.count(widows, [...path, 'widows'], 1, 99);
  if (orphans !== undefined) own.orphans = scope.count(orphans, [...path, 'orphans'], 1, 99);
  if (gridLines !== undefined) own.gridLines = scope.count(gridLines, [...path, 'grid-lines'], 0, 99);
  if (weight !== undefined) own.weight = weights[weight];
  if (data.font !== undefined) own.font = data.font;
  if (data.align !== undefined) own.align = data.align;
  if (data.labels !== undefined) own.labels = data.labels;
  if (data.columns !== undefined) own.columns = scope.count(data.columns, [...path, 'columns'], 1, 2) === 2 ? 2 : 1;
  if (data.leader !== undefined) own.leader = data.leader;
  if (data.leader !== undefined && /^dl(\.|$)/.test(String(path.at(-1))) && drawnLeader(data.leader) === undefined) {
    const message = say`${quoted(data.leader)} cannot lead from a term to what is said of it`;
    scope.fail({ code: 'validate/style', message, path: [...path, 'leader'], hints: ['write dots or rule, which are drawn'] });
  }
  if (data.italic !== undefined) own.italic = data.italic;
  if (keepWithNext !== undefined) own.keepWithNext = keepWithNext;
  if (keepWithPrevious !== undefined) own.keepWithPrevious = keepWithPrevious;
  if (keepTogether !== undefined) own.keepTogether = keepTogether;
  const color = colorOf(data.color, [...path, 'color']);
  if (color) own.color = color;
  if (data.frame) own.frame = buildFrame(data.frame, [...path, 'frame'], scope, colorOf);
  return own;
}

function buildFrame(data: NonNullable<BlockData['frame']>, path: YamlPath, scope: Scope, colorOf: ColorOf): FrameStyle {
  const color = colorOf(data.color, [...path, 'color']);
  const tint = colorOf(data.tint, [...path, 'tint']);
  return {
    rule: scope.number(data.rule, [...path, 'rule']),
    ...(color && { color }),
    ...(tint && { tint }),
    padding: scope.number(data.padding, [...path, 'padding']),
    margin: scope.number(data.margin, [...path, 'margin']),
    titleInRule: data.title === 'in-rule',
  };
}

const weights = { '400': 400, '500': 500, '600': 600, '700': 700 } as const;
