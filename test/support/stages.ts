// Turn a release into the results of its stages as far as a run goes, each where its stage was reached.

import type { Document } from '../../src/model/document.ts';
import type { Financials } from '../../src/model/financials.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Layout } from '../../src/model/page.ts';
import type { Release } from '../../src/model/release.ts';
import type { ReleasePlace, Sources } from '../../src/model/sources.ts';
import { Session, type StageName } from '../../src/session.ts';

export interface Composed {
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly sources?: Sources;
  readonly release?: Release;
  readonly financials?: Financials;
  readonly document?: Document;
  readonly layout?: Layout;
}

/** The stages up to `last`, from the files of a release. */
export const compose = (place: ReleasePlace, last: StageName = 'layout'): Composed => resultsOf(new Session({ place }), last);

/** The stages after loading. */
export const composeSources = (sources: Sources, last: StageName = 'layout'): Composed => resultsOf(new Session({ sources }), last);

function resultsOf(session: Session, last: StageName): Composed {
  const { findings, notes, reached } = session.run(last);
  const result = <T>(name: StageName, value: () => T | undefined) => (reached.has(name) ? value() : undefined);
  const sources = result('load', () => session.load().value);
  const release = result('validate', () => session.validate().value);
  const financials = result('derive', () => session.derive().value);
  const document = result('merge', () => session.merge().value);
  const layout = result('layout', () => session.layout().value);
  return {
    findings,
    notes,
    ...(sources && { sources }),
    ...(release && { release }),
    ...(financials && { financials }),
    ...(document && { document }),
    ...(layout && { layout }),
  };
}
