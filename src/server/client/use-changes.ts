// Turn an earlier state of a release into what has changed since, one of which is looked at.
import { useEffect, useState } from 'preact/hooks';
import type { ChangesView, ChangeView, EarlierStates, ReleaseView } from '../protocol.ts';
import { ask } from './ask-server.ts';

/** Asked only while changes are looked at; again with every version of the release. */
export function useChanges(view: ReleaseView | undefined, active: boolean, show: (change: ChangeView) => void) {
  const [states, setStates] = useState<EarlierStates>();
  const [since, setSince] = useState('');
  const [changes, setChanges] = useState<ChangesView>();
  const [fault, setFault] = useState('');
  const [at, setAt] = useState(-1);
  const release = view?.release;
  useEffect(() => {
    if (!active || release === undefined) return;
    let current = true;
    ask<EarlierStates>(`releases/${release}/states`).then(
      (next) => current && setStates(next),
      (cause: Error) => current && setFault(cause.message),
    );
    return () => {
      current = false;
    };
  }, [release, active]);
  useEffect(() => {
    setChanges(undefined);
    setFault('');
    setAt(-1);
    if (!active || release === undefined || since === '') return;
    let current = true;
    ask<ChangesView>(`releases/${release}/changes?since=${encodeURIComponent(since)}`).then(
      (next) => current && setChanges(next),
      (cause: Error) => current && setFault(cause.message),
    );
    return () => {
      current = false;
    };
  }, [release, view?.version, active, since]);
  const go = (index: number) => {
    const change = changes?.changes[index];
    if (!change) return;
    setAt(index);
    show(change);
  };
  const all = changes?.changes.length ?? 0;
  return {
    states,
    since,
    setSince,
    changes,
    fault,
    /** Index of the change that is looked at; -1 for none yet. */
    at,
    go,
    step: (by: -1 | 1) => all > 0 && go(at < 0 ? (by > 0 ? 0 : all - 1) : (at + by + all) % all),
  };
}
