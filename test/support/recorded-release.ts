// Turn a release into what its build would remember, without checks and without a file.
import type { RecordedRelease } from '../../src/compare/periods/compare-releases.ts';
import { BoundedMemory } from '../../src/model/memory.ts';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { parseRecord } from '../../src/project/read-record.ts';
import { renderDocument } from '../../src/render/document/render-document.ts';
import { renderFigures } from '../../src/render/figures/render-figures.ts';
import { Session } from '../../src/session.ts';

/** Most of one release is that of the others: it is made once. */
const memory = new BoundedMemory(200);

export function recordedRelease(place: ReleasePlace): RecordedRelease {
  const { composed } = new Session({ place }, { memory }).runAhead();
  if (!composed)
    throw new Error(
      new Session({ place })
        .run()
        .findings.map(({ code, message }) => `${code} ${message}`)
        .join('\n'),
    );
  const { release, financials, document, layout } = composed;
  const written = { figures: renderFigures(release, financials, document, layout), document: renderDocument(document, layout) };
  const name = `${place.issuer}/${place.release}`;
  return { name, record: parseRecord(written, name), altered: [] };
}
