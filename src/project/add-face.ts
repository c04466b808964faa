// Turn a font file in the folder fonts of a project into a face that styles may name: its metrics, its entry in fonts.yaml, and what it lacks.
import { createHash } from 'node:crypto';
import { basename, relative, sep } from 'node:path';
import { neededCharacters } from '../language/needed-characters.ts';
import { UsageError } from '../model/finding.ts';
import { say, sayAll } from '../model/say.ts';
import { compileFace, type NamedFace, type OpenedFace, openFace } from '../pdf/faces/compile-face.ts';
import { FaceError } from '../pdf/faces/open-sfnt.ts';
import { assembleFont } from '../pdf/subset/write-truetype.ts';
import { editFontManifest, listedFaces } from './edit-font-manifest.ts';

/** What a person says of a face; what is left out is what fonts.yaml says already, or else what the font says. */
export interface FaceWishes {
  readonly family?: string;
  readonly weight?: string;
  readonly italic?: boolean;
  /** File of the licence in fonts/, or its name. */
  readonly licence?: string;
  /** Which face of a collection, from 1. */
  readonly face?: number;
}

/** A face added. */
export interface AddedFace extends NamedFace {
  readonly postScriptName: string;
  readonly licence: string;
  /** Whether all digits have one width: without it figures do not stand in columns. */
  readonly tabularDigits: boolean;
  readonly groups: readonly CoveredGroup[];
  /** What embedding is allowed, where it is less than any. */
  readonly rights: string | undefined;
  /** Files to be written into fonts/, by their path in it. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

/** How much of a group of characters a face has. */
export interface CoveredGroup {
  readonly name: string;
  readonly needed: number;
  /** Characters that it lacks. */
  readonly missing: readonly string[];
}

const weights = ['400', '500', '600', '700'];

/** `folder` is fonts/ of the project, `manifest` the text of its fonts.yaml. Throws a `UsageError` that says what to do. */
export function addFace(path: string, folder: string, bytes: Uint8Array, manifest: string | undefined, wishes: FaceWishes): AddedFace {
  const inside = relative(folder, path).split(sep).join('/');
  const known = listedFaces(manifest).find(({ file }) => file === inside);
  const refuse = (why: string, hint: string): never => {
    throw new UsageError(say`fonts/${inside}: ${why}\n  hint: ${hint}`);
  };
  try {
    const opened = openFace(bytes, wishes.face);
    const { facts } = opened;
    const rights = embeddingRights(facts.rights, refuse);
    const family = wishes.family ?? known?.family ?? idOf(facts.familyName);
    if (!/^[a-z0-9][a-z0-9-]*$/.test(family))
      refuse(say`${JSON.stringify(family)} is no name of a family`, 'say one of lower-case letters, digits and hyphens: --family <name>');
    const weight = wishes.weight ?? known?.weight ?? String(facts.weight);
    if (!weights.includes(weight))
      refuse(say`its weight is ${weight}, and styles ask for ${sayAll(weights, ', ')}`, 'say for which of them it stands: --weight 400');
    const licence = wishes.licence ?? known?.licence;
    if (licence === undefined || licence.trim() === '') {
      const says = facts.licenceText.replace(/\s+/g, ' ').slice(0, 200);
      return refuse(
        say`nothing says under which licence it is used${says === '' ? '' : say`; the font itself says: ${says}`}`,
        'name it, or the file in fonts/ that holds it: --licence OFL-1.1, --licence licences/<name>.txt',
      );
    }
    const italic = wishes.italic ?? (known ? known.italic : facts.italic);
    const id = `${family}-${weight}${italic ? 'i' : ''}`;
    const named: NamedFace = { id, family, weight: Number(weight), italic };
    const file = opened.plain ? inside : `${id}.ttf`;
    const font = opened.plain ? bytes : assembleFont(opened.tables);
    const sha256 = createHash('sha256').update(font).digest('hex');
    const metrics = compileFace(opened, named);
    const entry = { ...named, file, sha256, licence, postScriptName: facts.postScriptName };
    const listed = editFontManifest(manifest, entry);
    const files = new Map<string, Uint8Array | string>([
      ...(opened.plain ? [] : [[file, font] as const]),
      [`metrics/${id}.json`, metrics],
      ['fonts.yaml', listed],
    ]);
    const tabularDigits = (JSON.parse(metrics) as { readonly tabularDigits: boolean }).tabularDigits;
    return { ...named, postScriptName: facts.postScriptName, licence, tabularDigits, groups: coverage(opened), rights, files };
  } catch (fault) {
    if (fault instanceof FaceError) return refuse(fault.message, fault.hint.replaceAll('<file>', basename(inside).replace(/\.\w+$/, '')));
    throw fault;
  }
}

/** Bits of OS/2 fsType. Throws where the maker forbids what a release does with a font. */
function embeddingRights(bits: number, refuse: (why: string, hint: string) => never): string | undefined {
  const ask = 'ask its maker for a licence to embed it, and for a file that says so';
  const [restricted, printed, edited, whole, pictures] = [0x2, 0x4, 0x8, 0x100, 0x200].map((bit) => (bits & bit) !== 0);
  // The most that several bits allow is allowed.
  if (restricted && !printed && !edited) refuse('its maker forbids embedding it in documents (OS/2 fsType 2)', ask);
  if (whole) refuse('its maker forbids embedding a part of it, and a release embeds the glyphs that it prints (OS/2 fsType 256)', ask);
  if (pictures) refuse('its maker allows embedding bitmaps of it only (OS/2 fsType 512)', ask);
  return printed && !edited ? 'may be embedded to be viewed and printed' : undefined;
}

/** Groups of which the face has something; a face of Latin letters is not told to lack every kanji. */
function coverage({ facts: { glyphs } }: OpenedFace): readonly CoveredGroup[] {
  return [...neededCharacters('latin'), ...neededCharacters('cjk')].flatMap(({ name, codePoints }) => {
    const missing = codePoints.filter((codePoint) => !glyphs.has(codePoint));
    const some = codePoints.length - missing.length > codePoints.length / 4;
    return some ? [{ name, needed: codePoints.length, missing: missing.map((codePoint) => String.fromCodePoint(codePoint)) }] : [];
  });
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
