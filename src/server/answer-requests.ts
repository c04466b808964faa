// Turn requests that may be answered into answers: what there is to ask of a project, path by path.

import type { GivenValue } from '../explain/supposed-values.ts';
import { language, languageCodes } from '../language/languages.ts';
import { isError, UsageError } from '../model/finding.ts';
import { tellFinding } from '../model/tell-finding.ts';
import type { Teller } from '../model/tell-message.ts';
import { reviewRelease, type TickChange, writeTicks } from '../project/review-release.ts';
import { jsonSchemas } from '../validate/json-schemas.ts';
import { changesSince, earlierStates } from './changes-since.ts';
import type { ClientFiles } from './client-files.ts';
import { completionNames } from './completion-names.ts';
import type { LiveReleases, OpenRelease } from './live-releases.ts';
import type { PagePictures } from './page-pictures.ts';
import type { ChangesView, Hello, ReviewView } from './protocol.ts';
import { json, type Reply, refused } from './reply.ts';
import { editableFiles, FileRefusal, readSource, saveSource } from './source-files.ts';
import { tellerFor } from './tell-in.ts';
import { writeSupposed } from './write-supposed.ts';

/** What a request asks. */
export interface Question {
  readonly method: string;
  /** Path as sent, its parts decoded. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  /** JSON of a request that changes something. */
  readonly body: unknown;
  /** Code of the language that the page speaks (Accept-Language): messages are told in it. */
  readonly lang?: string;
}

/** What answers are made of. */
export interface Means {
  readonly releases: LiveReleases;
  readonly pictures: PagePictures;
  readonly client: ClientFiles;
  /** Releases that the command names. */
  readonly named: readonly string[];
}

/** Wrong arguments are answered with what is wrong; what is a fault of ours goes on up. */
export async function answer(question: Question, means: Means): Promise<Reply> {
  try {
    return await answered(question, means);
  } catch (fault) {
    const tell = tellerFor(question.lang);
    if (fault instanceof FileRefusal) return json({ error: tell(fault.message), ...(fault.now && { now: fault.now }) }, fault.status);
    if (fault instanceof UsageError) return refused(400, tell(fault.message));
    throw fault;
  }
}

async function answered({ method, parts, query, body, lang }: Question, means: Means): Promise<Reply> {
  const { releases, client, named } = means;
  const { project } = releases;
  const [first = '', second = '', ...rest] = parts;
  if (first !== 'api') return method === 'GET' || method === 'HEAD' ? client.answer(parts) : refused(405, `${method} is not answered here`);
  const asked = `${method === 'HEAD' ? 'GET' : method} ${second}`;
  switch (asked) {
    case 'GET hello': {
      const all = project.releases();
      const hello: Hello = {
        project: project.root.split(/[\\/]/).at(-1) ?? '',
        releases: [...named.filter((name) => all.includes(name)), ...all.filter((name) => !named.includes(name))],
        languages: languageCodes.filter((code) => language(code).screen),
      };
      return json(hello);
    }
    case 'GET words': {
      const [code = ''] = rest;
      const words = languageCodes.includes(code) ? language(code).screen : undefined;
      return words ? json(words) : refused(404, 'no such language');
    }
    case 'GET files':
      return json(editableFiles(project.root));
    case 'GET file':
      return json(readSource(project.root, query.get('path') ?? ''));
    case 'PUT file': {
      const { text, digest } = fieldsOf(body, ['text', 'digest']);
      const saved = await releases.inTurn(() => saveSource(project.root, { path: query.get('path') ?? '', text, digest }));
      releases.look();
      return json(saved);
    }
    case 'GET schemas':
      return json(jsonSchemas());
    case 'GET releases':
    case 'POST releases':
      return ofRelease(asked.startsWith('POST'), rest, { query, body, lang }, means);
    default:
      return refused(404, 'there is nothing here');
  }
}

async function ofRelease(
  posts: boolean,
  [issuer = '', release = '', what = '', ...rest]: readonly string[],
  { query, body, lang }: Pick<Question, 'query' | 'body'> & { readonly lang: string | undefined },
  { releases, pictures }: Means,
): Promise<Reply> {
  const { project } = releases;
  if (!project.releases().includes(`${issuer}/${release}`)) return refused(404, `no release ${JSON.stringify(`${issuer}/${release}`)}`);
  const open = await releases.release(`${issuer}/${release}`);
  const [name = ''] = rest;
  const tell = tellerFor(lang);
  switch (`${posts ? 'POST' : 'GET'} ${what}`) {
    case 'GET view':
      return json(open.view);
    case 'GET names':
      return json(completionNames(open.session));
    case 'GET page': {
      const scale = Number(query.get('scale') ?? 1);
      const png = scale > 0 && scale <= 5 ? await pictures.picture(name, scale) : undefined;
      if (!png) return refused(404, 'no such page');
      // Its name says how it looks.
      return { status: 200, type: 'image/png', body: png, headers: { 'Cache-Control': 'private, max-age=3600, immutable' } };
    }
    case 'GET figure': {
      const { value, findings } = await project.explain(open.session, name);
      if (value) return json(value);
      return refused(409, tell(findings.find(isError)?.message ?? 'the release cannot be explained'));
    }
    case 'GET states':
      return json(await earlierStates(project.root, open));
    case 'GET changes':
      return json(toldChanges(await changesSince(project, open, query.get('since') ?? ''), tell));
    case 'GET review':
      return json(reviewView(open));
    case 'POST review': {
      const { place } = open.session;
      const { composed } = open.session.run();
      if (!composed || !place) return refused(409, tell('the release has errors: mend them before anything is checked'));
      const change = tickChangeOf(body);
      await releases.inTurn(() => writeTicks(place, composed, change));
      releases.look();
      return json(reviewView(open));
    }
    case 'POST impact': {
      const { value, findings } = await project.impact(open.session, valuesOf(body));
      if (value) return json({ ...value, findings: value.findings.map((finding) => tellFinding(finding, tell)) });
      return refused(409, tell(findings.find(isError)?.message ?? 'the release cannot be read'));
    }
    case 'POST write': {
      const values = valuesOf(body);
      const written = await releases.inTurn(() => writeSupposed(project.root, open.session, values));
      releases.look();
      return json(written, written.changed.length > 0 ? 409 : 200);
    }
    default:
      return refused(404, 'there is nothing here');
  }
}

/** Lines of changes are in every language already. */
const toldChanges = (changes: ChangesView, tell: Teller): ChangesView => ({ ...changes, remarks: changes.remarks.map(tell) });

/** Of the state without errors that is shown. */
function reviewView({ session, build }: OpenRelease): ReviewView {
  if (!build || !session.place) return { units: [], lapsed: [], progress: [] };
  const { state, findings } = reviewRelease(session.place, build);
  const fault = findings.find(isError);
  if (!state) throw new UsageError(`${fault?.at ? `${fault.at.file}:${fault.at.line}: ` : ''}${fault?.message ?? ''}`);
  const units = state.units.map(({ signed: _signed, within: _within, ...unit }) => unit);
  return { units, lapsed: state.lapsed, progress: state.progress };
}

function tickChangeOf(body: unknown): TickChange {
  const { by } = fieldsOf(body, ['by']);
  const given: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const listed = <T>(key: string, type: 'string' | 'number'): readonly T[] => {
    const value = given[key] ?? [];
    if (!Array.isArray(value) || value.length > 10_000 || value.some((each) => typeof each !== type))
      throw new UsageError(`${key} is no list of ${type}s`);
    return value as readonly T[];
  };
  return { by, add: listed('add', 'string'), remove: listed('remove', 'string'), drop: listed('drop', 'number') };
}

/** Figures and what is supposed for each. */
function valuesOf(body: unknown): readonly GivenValue[] {
  const values = typeof body === 'object' && body !== null && 'values' in body ? body.values : undefined;
  if (!Array.isArray(values) || values.length === 0 || values.length > 1000)
    throw new UsageError('values are wanted: [{"figure": …, "value": …}]');
  return values.map((each: unknown) => fieldsOf(each, ['figure', 'value']));
}

/** The texts of an object; refuses what has others, or none. */
function fieldsOf<Key extends string>(value: unknown, keys: readonly Key[]): Readonly<Record<Key, string>> {
  const given: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const entries = keys.map((key) => {
    const text = given[key];
    if (typeof text !== 'string') throw new UsageError(`${key} is wanted, as a text`);
    return [key, text] as const;
  });
  return Object.fromEntries(entries) as Record<Key, string>;
}
