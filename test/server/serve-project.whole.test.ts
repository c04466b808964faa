// Turn a served project into answers: to its user's page all that it asks, to everybody else nothing, and word of every save.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangesView, EarlierStates, ReleaseView, ReviewView } from '../../src/server/protocol.ts';
import { type ServedProject, serveProject } from '../../src/server/serve-project.ts';
import { editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';

const period = 'data/iij/periods/2q02.yaml';
const faults: unknown[] = [];
let root: string;
let served: ServedProject;

beforeAll(async () => {
  ({ root } = editedSample([]));
  served = await serveProject({ root, releases: ['iij/2q02'], fault: (fault) => faults.push(fault) });
});
afterAll(async () => {
  await served.close();
  expect(faults).toEqual([]);
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** A request as raw as it is given: `fetch` would mend paths and hosts. */
function raw(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: served.port, path, method, headers: { host: `127.0.0.1:${served.port}`, ...headers } },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const cookie = () => ({ cookie: `kessan-${served.port}=${served.token}` });
const get = (path: string) => raw(path, { headers: cookie() });
const send = (method: 'POST' | 'PUT', path: string, body: unknown) =>
  raw(path, {
    method,
    headers: { ...cookie(), origin: `http://127.0.0.1:${served.port}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const read = async <T>(path: string): Promise<T> => {
  const { status, body } = await get(path);
  expect(status, body.toString()).toBe(200);
  return JSON.parse(body.toString()) as T;
};
const view = () => read<ReleaseView>('/api/releases/iij/2q02/view');

/** Waits until the view says what is wanted of it. */
async function viewWhere(holds: (view: ReleaseView) => boolean): Promise<ReleaseView> {
  for (let tries = 0; tries < 100; tries++) {
    const now = await view();
    if (holds(now)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the release is never shown so');
}

describe('the server', () => {
  it('takes the token out of the address, for a cookie that no script and no other site has', async () => {
    const { status, headers } = await raw(`/?token=${served.token}`);
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']).toEqual([`kessan-${served.port}=${served.token}; HttpOnly; SameSite=Strict; Path=/`]);
  });

  it('answers everything with headers that keep the page to itself', async () => {
    for (const answer of [await get('/api/hello'), await get('/nothing'), await raw('/api/hello')]) {
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'/);
      expect(answer.headers['content-security-policy']).not.toContain('unsafe');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it.each([
    ['no token', 403, '/api/hello', {}],
    ['another token', 403, '/api/hello', { cookie: 'kessan=x' }],
    ['another host', 421, '/api/hello', { host: 'evil.example' }],
  ])('refuses %s, and says nothing of the project', async (_, status, path, headers) => {
    const answer = await raw(path, { headers });
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).not.toContain('iij');
  });

  it('refuses a save that another site asks for, with the cookie and all', async () => {
    const before = readFileSync(join(root, period), 'utf8');
    const { status } = await raw(`/api/file?path=${period}`, {
      method: 'PUT',
      headers: { ...cookie(), origin: 'https://evil.example', 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'x', digest: 'x' }),
    });
    expect(status).toBe(403);
    expect(readFileSync(join(root, period), 'utf8')).toBe(before);
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/api/../../etc/passwd',
    '/client.js/../../package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/..%5c..%5cetc',
    '/%00',
    '/%',
    '/api/file?path=../package.json',
    '/api/file?path=%2Fetc%2Fpasswd',
    '/api/releases/..%2f..%2fx/2q02/view',
    '/api/releases/iij/../view',
    '/api/releases/__proto__/constructor/view',
    '/api/releases/iij/2q02/page/..%2f..%2frelease.pdf',
    '/api/releases/iij/2q02/page/0123',
    '/api/words/constructor',
    '/api/nothing',
  ])('has nothing at %s', async (path) => {
    const { status } = await get(path);
    expect([400, 404]).toContain(status);
  });

  it.each([
    ['no JSON', '{'],
    ['no values', {}],
    ['values that are none', { values: [1] }],
    ['a figure that is none', { values: [{ figure: 'nothing@2q02', value: '1' }] }],
    ['a value that is none', { values: [{ figure: 'capex@2q02', value: '<b>' }] }],
  ])('refuses %s as wrong, not as a fault of its own', async (_, body) => {
    const { status, body: told } = await send('POST', '/api/releases/iij/2q02/impact', body);
    expect(status, told.toString()).toBe(400);
  });

  it('refuses more than it reads', async () => {
    expect((await send('POST', '/api/releases/iij/2q02/impact', 'x'.repeat(12_000_001))).status).toBe(413);
  });

  it('tells a second server of the project, and only its user', async () => {
    await expect(serveProject({ root, releases: [], fault: () => {} })).rejects.toThrow(
      `by process ${process.pid}: open http://127.0.0.1:${served.port}/?token=`,
    );
    expect(statSync(join(root, 'out/.serve.json')).mode & 0o777).toBe(0o600);
  });

  it('takes the place of one that is gone', async () => {
    const { root: other } = editedSample([]);
    const first = await serveProject({ root: other, releases: [], fault: () => {} });
    const told = readFileSync(join(other, 'out/.serve.json'));
    await first.close();
    expect(existsSync(join(other, 'out/.serve.json'))).toBe(false);
    writeFileSync(join(other, 'out/.serve.json'), told);
    const second = await serveProject({ root: other, releases: [], fault: () => {} });
    await second.close();
  });

  it('refuses a port that is taken', async () => {
    const { root: other } = editedSample([]);
    await expect(serveProject({ root: other, releases: [], port: served.port, fault: () => {} })).rejects.toThrow(
      `port ${served.port} is taken`,
    );
  });
});

describe('a release', () => {
  it('is shown with every page, figures at their places, and partners in the other language', async () => {
    const { pages, figures, languages, stale, findings } = await view();
    expect({ languages, stale, findings, pages: pages.length }).toEqual({ languages: ['ja', 'en'], stale: false, findings: [], pages: 15 });
    const placed = new Set(pages.flatMap(({ marks }) => marks.flatMap(({ figure }) => figure ?? [])));
    expect(figures.filter(({ id }) => !placed.has(id))).toEqual([]);
    for (const page of pages)
      for (const { x, y, width, height } of page.marks) {
        expect(Math.min(x, y, width, height)).toBeGreaterThan(0);
        expect(x + width).toBeLessThan(page.width);
        expect(y + height).toBeLessThan(page.height);
      }
    for (const { lang, fact, partners } of figures)
      for (const partner of partners)
        expect({ lang: figures[partner]?.lang !== lang, fact: figures[partner]?.fact }).toEqual({ lang: true, fact });
    // Notes are told in the language of the figure, and of marked rows and columns only.
    const noted = figures.filter(({ notes }) => notes.length > 0);
    expect(noted.length).toBeGreaterThan(0);
    expect(noted.length).toBeLessThan(figures.length / 2);
    // Statements are printed in both languages, cell by cell.
    expect(figures.filter(({ partners }) => partners.length > 0).length).toBeGreaterThan(figures.length * 0.7);
  });

  it('draws the very pages of its PDF, each size once, and gives the same name to what looks the same', async () => {
    const { pages } = await view();
    const [first] = pages;
    const { headers, body } = await get(`/api/releases/iij/2q02/page/${first?.picture}?scale=2`);
    expect(headers['content-type']).toBe('image/png');
    const { width, height, data } = PNG.sync.read(body);
    expect([width, height]).toEqual([Math.round((first?.width ?? 0) * 2), Math.round((first?.height ?? 0) * 2)]);
    // Ink stands where a figure is said to be, and none in the margin.
    const mark = first?.marks.find(({ figure }) => figure !== undefined);
    const ink = (x0: number, y0: number, x1: number, y1: number) => {
      let dark = 0;
      for (let y = Math.round(y0 * 2); y < y1 * 2; y++)
        for (let x = Math.round(x0 * 2); x < x1 * 2; x++) if ((data[(y * width + x) * 4] ?? 255) < 128) dark++;
      return dark;
    };
    if (!mark) throw new Error('no figure on the first page');
    expect(ink(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)).toBeGreaterThan(20);
    expect(ink(2, 2, 20, 800)).toBe(0);
    expect(new Set(pages.map(({ picture }) => picture)).size).toBe(pages.length);
    expect((await get(`/api/releases/iij/2q02/page/${first?.picture}?scale=9`)).status).toBe(404);
    expect((await get(`/api/releases/iij/2q02/page/${first?.picture}?scale=x`)).status).toBe(404);
  });

  it('tells of a figure, of what another value would change, and writes its characters alone', async () => {
    const before = readFileSync(join(root, period), 'utf8');
    const [told] = await read<readonly { readonly origin: { readonly typed: string } }[]>('/api/releases/iij/2q02/figure/capex%402q02');
    expect(told?.origin.typed).toBe('1,504');
    const values = [{ figure: 'capex@2q02', value: '1,604' }];
    const impact = await send('POST', '/api/releases/iij/2q02/impact', { values });
    expect(JSON.parse(impact.body.toString())).toMatchObject({ supposed: [{ typed: '1,504', supposed: '1,604' }] });
    expect(readFileSync(join(root, period), 'utf8')).toBe(before);

    const shown = await view();
    const written = await send('POST', '/api/releases/iij/2q02/write', { values });
    expect(written.status, written.body.toString()).toBe(200);
    expect(readFileSync(join(root, period), 'utf8')).toBe(before.replace('1,504', '1,604'));
    const after = await viewWhere(({ version }) => version > shown.version);
    // The growth that prose states of it is held by a control, which now says otherwise: last pages stay, with the finding.
    expect(after.stale).toBe(true);
    expect(after.findings.map(({ severity }) => severity)).toContain('error');
    expect(after.pages.map(({ picture }) => picture)).toEqual(shown.pages.map(({ picture }) => picture));
    writeFileSync(join(root, period), before);
    await viewWhere(({ stale }) => !stale);
  });

  it.each([
    ['capex@2q02', '1604', '1,504', '1,604'],
    ['capex@2q02', '1,604.5', '1,504', '1,604.5'],
    ['cash-flow.receivable@2q02', '-972057', '(972,056)', '(972,057)'],
    ['cash-flow.receivable@2q02', '△972,057', '(972,056)', '(972,057)'],
    ['cash-flow.receivable@2q02', '-', '(972,056)', '"-"'],
  ])('writes %s, given as %s, in the manner of what stood there', async (figure, value, old, now) => {
    await viewWhere(({ stale }) => !stale);
    const before = readFileSync(join(root, period), 'utf8');
    const name = figure.split('@')[0] ?? '';
    const { status, body } = await send('POST', '/api/releases/iij/2q02/write', { values: [{ figure, value }] });
    expect(status, body.toString()).toBe(200);
    expect(readFileSync(join(root, period), 'utf8')).toBe(before.replace(`${name}: ${old}`, `${name}: ${now}`));
    writeFileSync(join(root, period), before);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await viewWhere(({ stale }) => !stale);
  });

  it('writes nothing over a file that was changed meanwhile', async () => {
    await view();
    const before = readFileSync(join(root, period), 'utf8');
    const other = before.replace('1,504', '1,505');
    writeFileSync(join(root, period), other);
    const { status } = await send('POST', '/api/releases/iij/2q02/write', { values: [{ figure: 'capex@2q02', value: '1,604' }] });
    expect([400, 409]).toContain(status);
    expect(readFileSync(join(root, period), 'utf8')).toBe(other);
    writeFileSync(join(root, period), before);
    await viewWhere(({ stale }) => !stale);
  });

  it('follows saves: a broken file shows its finding and the last good pages, a mended one its pages again', async () => {
    const good = await view();
    const file = await read<{ readonly path: string; readonly text: string; readonly digest: string }>(`/api/file?path=${period}`);
    const saved = await send('PUT', `/api/file?path=${period}`, { text: `${file.text}broken`, digest: file.digest });
    expect(saved.status).toBe(200);
    const broken = await viewWhere(({ stale }) => stale);
    expect(broken.findings[0]).toMatchObject({ severity: 'error', at: { file: period } });
    // The page shows those of its language.
    const [{ message = '', told } = {}] = broken.findings;
    expect(message).toMatch(/^\P{Script=Han}+$/u);
    expect(Object.keys(told ?? {})).toEqual(['ja']);
    expect(told?.ja).toMatchObject({ severity: 'error', at: { file: period }, message: expect.stringMatching(/\p{Script=Han}/u) });
    expect(broken.pages).toEqual(good.pages);
    const { digest } = JSON.parse(saved.body.toString()) as { readonly digest: string };
    expect((await send('PUT', `/api/file?path=${period}`, { text: file.text, digest: file.digest })).status).toBe(409);
    expect((await send('PUT', `/api/file?path=${period}`, { text: file.text, digest })).status).toBe(200);
    const mended = await viewWhere(({ stale }) => !stale);
    expect(mended.findings).toEqual([]);
  });

  it('keeps what is checked, and refuses what is not there any more and whoever has no name', async () => {
    const review = () => read<ReviewView>('/api/releases/iij/2q02/review');
    const { units } = await review();
    const page = units.find(({ kind }) => kind === 'page');
    const post = (body: unknown) => send('POST', '/api/releases/iij/2q02/review', body);
    for (const wrong of [
      {},
      { by: 'A', add: 'x' },
      { by: 'A', add: [1] },
      { by: 'A', add: ['nothing'] },
      { by: ' ', add: [page?.id] },
      { by: 'A', drop: ['x'] },
    ])
      expect((await post(wrong)).status, JSON.stringify(wrong)).toBe(
        wrong.by === 'A' && !('add' in wrong) && !('drop' in wrong) ? 200 : 400,
      );
    expect((await post({ by: '<b>A</b>', add: [page?.id] })).status).toBe(200);
    const { progress } = await review();
    expect(progress[0]?.people).toEqual([{ name: '<b>A</b>', checked: progress[0]?.checked }]);
    expect((await post({ by: '<b>A</b>', remove: [page?.id] })).status).toBe(200);
    expect((await review()).progress[0]?.checked).toBe(0);
  });

  it('loses nothing of what several browsers do at once', async () => {
    const units = (await read<ReviewView>('/api/releases/iij/2q02/review')).units.filter(({ kind }) => kind === 'figure').slice(0, 8);
    const ends = await Promise.all(
      units.map(({ id }, index) => send('POST', '/api/releases/iij/2q02/review', { by: `P${index}`, add: [id] })),
    );
    expect(ends.map(({ status }) => status)).toEqual(units.map(() => 200));
    const after = (await read<ReviewView>('/api/releases/iij/2q02/review')).units;
    expect(units.map(({ id }) => after.find((unit) => unit.id === id)?.by)).toEqual(units.map((_, index) => [`P${index}`]));
    // Of several that save a file as it was, one does; the others are shown what it wrote.
    const file = await read<{ readonly text: string; readonly digest: string }>(`/api/file?path=${period}`);
    const saves = await Promise.all(
      [0, 1, 2].map((each) => send('PUT', `/api/file?path=${period}`, { ...file, text: `${file.text}# ${each}\n` })),
    );
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    writeFileSync(join(root, period), file.text);
    rmSync(join(root, 'data/iij/releases/2q02/review.yaml'));
  });

  it('tells what has changed since it was opened, since it was published, since it was approved and since a revision', async () => {
    expect(await read('/api/releases/iij/2q02/states')).toEqual({ opened: true, published: false, approved: false, revisions: [] });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: root, encoding: 'utf8' });
    git('init', '-q');
    git('add', 'data');
    git('commit', '-q', '-m', 'As it was --all');
    expect((await runCommand(['build', 'iij/2q02'], root)).code).toBe(0);
    expect((await runCommand(['snapshot', 'iij/2q02'], root)).code).toBe(0);
    const { revisions } = await read<EarlierStates>('/api/releases/iij/2q02/states');
    const [revision] = revisions;
    expect(revisions).toMatchObject([{ subject: 'As it was --all' }]);
    const since = (state: string) => read<ChangesView>(`/api/releases/iij/2q02/changes?since=${state}`);
    const states = ['opened', 'published', 'approved', revision?.id ?? ''];
    for (const state of states) expect((await since(state)).changes, state).toEqual([]);

    const { version } = await view();
    const words = join(root, 'data/iij/releases/2q02/narrative.en.md');
    const before = readFileSync(words, 'utf8');
    writeFileSync(words, before.replace('despite sluggish', 'despite a sluggish'));
    await viewWhere((now) => now.version > version);
    for (const state of states) {
      const { changes } = await since(state);
      const text = changes.find((each) => each.class === 'text' && each.places.length > 0);
      expect(text?.places[0]?.page, `${state}: ${JSON.stringify(changes)}`).toBe(5);
    }
    // What an earlier version approved, without its build, is told page by page, and why nothing more.
    rmSync(join(root, 'data/iij/releases/2q02/approved/build'), { recursive: true });
    const pages = await since('approved');
    expect(pages.changes.find((each) => each.places.length > 0)).toMatchObject({ class: 'approved', places: [{ page: 5 }] });
    expect(pages.remarks).toEqual([expect.stringContaining('approved without its build')]);
    const japanese = await raw('/api/releases/iij/2q02/changes?since=approved', { headers: { ...cookie(), 'accept-language': 'ja' } });
    expect(JSON.parse(japanese.body.toString())).toMatchObject({ remarks: [expect.stringContaining('kessan snapshot')] });
    expect(japanese.body.toString()).toContain('承認');
    // Nothing of the revision stays behind.
    expect(readdirSync(join(root, 'out')).filter((name) => name.startsWith('.revision'))).toEqual([]);
    for (const wrong of ['', 'nothing', '--output=x', 'f'.repeat(40), 'HEAD', '../x']) {
      const { status } = await get(`/api/releases/iij/2q02/changes?since=${encodeURIComponent(wrong)}`);
      expect(status, wrong).toBe(400);
    }
    writeFileSync(words, before);
    await viewWhere((now) => now.version > version + 1);
  });

  it('tells every page that listens, in the order in which it happens', async () => {
    const { version } = await view();
    const controller = new AbortController();
    const listeners = await Promise.all(
      [0, 1].map(() => fetch(`http://127.0.0.1:${served.port}/api/events`, { headers: cookie(), signal: controller.signal })),
    );
    const words = join(root, 'data/iij/releases/2q02/narrative.en.md');
    const before = readFileSync(words, 'utf8');
    writeFileSync(words, before.replace('despite sluggish', 'despite a sluggish'));
    const heard = await Promise.all(
      listeners.map(async ({ body }) => {
        let text = '';
        const decoder = new TextDecoder();
        for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
          text += decoder.decode(piece, { stream: true });
          if (text.includes('"kind":"release"')) break;
        }
        return text;
      }),
    );
    controller.abort();
    for (const text of heard) {
      expect(text).toContain('event: open');
      expect(text.indexOf('"kind":"file"')).toBeLessThan(text.indexOf('"kind":"release"'));
      expect(text).toContain(`"kind":"release","release":"iij/2q02","version":${version + 1}`);
    }
    writeFileSync(words, before);
    await viewWhere((now) => now.version > version + 1);
  });
});
