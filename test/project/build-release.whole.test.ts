// Turn a release into builds, one after the other in one session: nothing is made again that holds, and nothing is kept that does not.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BoundedMemory } from '../../src/model/memory.ts';
import { type Build, buildRelease, type Extras } from '../../src/project/build-release.ts';
import { Session } from '../../src/session.ts';
import { editedSample } from '../support/edited-sample.ts';

const built = async (session: Session, extras?: Extras): Promise<Build> => {
  const { value, findings } = await buildRelease(session, extras);
  expect(findings).toEqual([]);
  if (!value) throw new Error('it builds');
  return value;
};

describe('a session that keeps', () => {
  const place = editedSample([]);
  const watched: string[] = [];
  const session = new Session({ place }, { memory: new BoundedMemory(128), watch: (stage) => watched.push(stage) });

  it('answers the same build while its release is the same, and another for other files', async () => {
    const first = await built(session);
    watched.length = 0;
    expect(await built(session)).toBe(first);
    expect(watched).toEqual([]);
    const withText = await built(session, { text: true });
    expect([...withText.outputs.keys()]).toContain('release.txt');
    expect([...first.outputs.keys()]).not.toContain('release.txt');
    const attached = await built(session, { attach: true });
    expect(Buffer.from(attached.pdf).equals(first.pdf)).toBe(false);
    expect(await built(session, { attach: false, text: false })).toBe(first);
    expect(await built(session, { text: true })).toBe(withText);
  });

  it('builds what the files say once they are read again', async () => {
    const first = await built(session);
    const file = join(place.root, 'data/iij/releases/2q02/narrative.en.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('despite', 'notwithstanding'));
    expect(await built(session)).toBe(first);
    session.renew();
    const second = await built(session);
    expect(second.outputs.get('release.html')).toContain('notwithstanding');
    expect(second.outputs).toEqual((await built(new Session({ place }))).outputs);
    writeFileSync(file, text);
    session.renew();
    expect((await built(session)).outputs).toEqual(first.outputs);
  });
});

describe('a session that keeps nothing', () => {
  it('makes each build anew', async () => {
    const session = new Session({ place: editedSample([]) });
    const first = await built(session);
    const second = await built(session);
    expect(second).not.toBe(first);
    expect(second.outputs).toEqual(first.outputs);
  });
});
