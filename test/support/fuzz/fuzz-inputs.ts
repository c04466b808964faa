// Turn a kind, a seed and a number into one broken input: a file of a sample release and what was done to it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../sample.ts';
import { type Seeded, seeded, seedOf } from '../seeded-random.ts';
import { encodeBytes } from './encode-bytes.ts';
import { markupMutations } from './markup-mutations.ts';
import { characterMutations, lineMutations, type Mutation, mutationOf } from './text-mutations.ts';
import { keyMutations, valueMutations } from './yaml-mutations.ts';

/** `data`: data and style files. `words`: narratives and layouts. */
export const fuzzKinds = ['data', 'words'] as const;
export type FuzzKind = (typeof fuzzKinds)[number];

export interface FuzzInput {
  readonly kind: FuzzKind;
  readonly number: number;
  readonly issuer: string;
  readonly release: string;
  /** The theme that the file belongs to, where it is not the release's own. */
  readonly theme?: string;
  readonly file: string;
  /** Names of what was done, in order. */
  readonly ways: readonly string[];
  readonly bytes: Uint8Array;
}

interface Target {
  readonly issuer: string;
  readonly release: string;
  readonly file: string;
  readonly theme?: string;
}

/** The look beside a release's own that is changed too. */
export const fuzzTheme = 'comfort';

/** Files of one release, grouped: each group is as likely as another, however many files it has. */
function targetsOf(issuer: string, release: string, layout: string): Readonly<Record<FuzzKind, readonly (readonly Target[])[]>> {
  const at = { issuer, release };
  const data = `data/${issuer}`;
  const one = (file: string, theme?: string): readonly Target[] => [{ ...at, file, ...(theme === undefined ? {} : { theme }) }];
  const all = (folder: string, pattern: RegExp): readonly Target[] =>
    readdirSync(join(projectRoot, folder))
      .filter((name) => pattern.test(name))
      .sort()
      .map((name) => ({ ...at, file: `${folder}/${name}` }));
  const templates = `templates/${layout}`;
  return {
    data: [
      one(`${data}/issuer.yaml`),
      one(`${data}/concepts.yaml`),
      all(`${data}/statements`, /\.yaml$/),
      all(`${data}/periods`, /\.yaml$/),
      one(`${data}/releases/${release}/release.yaml`),
      one(`${templates}/style.yaml`),
      one(`${templates}/style.${fuzzTheme}.yaml`, fuzzTheme),
      one('fonts/fonts.yaml'),
    ],
    // A notice is no part of a build: its layout is read by `kessan correct` only.
    words: [all(`${data}/releases/${release}`, /^narrative\..*\.md$/), all(templates, /^(?!notice).*\.hbs$/)],
  };
}

export const fuzzReleases = [
  { issuer: 'iij', release: '2q02', layout: 'us-filer' },
  { issuer: 'aoba', release: '2026h1', layout: 'tanshin' },
] as const;

const targets = fuzzReleases.map(({ issuer, release, layout }) => targetsOf(issuer, release, layout));

const mutations: Readonly<Record<FuzzKind, readonly Readonly<Record<string, Mutation>>[]>> = {
  data: [characterMutations, lineMutations, valueMutations, valueMutations, keyMutations],
  words: [characterMutations, lineMutations, markupMutations, markupMutations, markupMutations],
};

/** The same input for the same kind, seed and number, whatever was asked for before. */
export function fuzzInput(kind: FuzzKind, seed: number, number: number): FuzzInput {
  const random = seeded(seedOf(`${kind} ${seed} ${number}`));
  const { theme, ...target } = random.pick(random.pick(random.pick(targets)[kind]));
  let text = readFileSync(join(projectRoot, target.file), 'utf8');
  const ways: string[] = [];
  for (let left = howMany(random); left > 0 && text !== ''; left--) {
    const { name, change } = mutationOf(random.pick(mutations[kind]), random);
    text = change(text, random);
    ways.push(name);
  }
  return { kind, number, ...target, ...(theme === undefined ? {} : { theme }), ways, bytes: encodeBytes(text) };
}

/** One fault mostly, for two hide each other. */
const howMany = (random: Seeded): number => random.pick([1, 1, 1, 1, 1, 1, 1, 2, 2, 3]);
