// Turn the server into what the page shows of it: the releases, one of them as it is now, and whether anybody answers.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Hello, ReleaseView } from '../protocol.ts';
import { ask, listen, patience, Refused } from './ask-server.ts';

/** What is known of the server. */
export interface Live {
  readonly hello: Hello | undefined;
  readonly view: ReleaseView | undefined;
  readonly state: 'live' | 'working' | 'lost';
  /** Files that changed last; another object each time. */
  readonly changedFiles: readonly string[];
  /** What the server refused. */
  readonly fault: string;
}

/** Follows `release`, or the first that there is. */
export function useLive(release: string | undefined): Live {
  const [hello, setHello] = useState<Hello>();
  const [view, setView] = useState<ReleaseView>();
  const [state, setState] = useState<Live['state']>('working');
  const [changedFiles, setChangedFiles] = useState<readonly string[]>([]);
  const [fault, setFault] = useState('');
  const name = release ?? hello?.releases[0];
  const current = useRef(name);
  current.current = name;

  const again = useRef<number>();
  const fetchView = useRef(async () => {});
  fetchView.current = async () => {
    const wanted = current.current;
    if (wanted === undefined) return;
    setState('working');
    try {
      const next = await ask<ReleaseView>(`releases/${wanted}/view`);
      if (current.current !== wanted) return;
      setView(next);
      setFault('');
    } catch (cause) {
      if (!(cause instanceof Refused)) {
        // Nobody answers: what is shown is not what there is, until somebody does.
        setState('lost');
        clearTimeout(again.current);
        again.current = window.setTimeout(() => void fetchView.current(), patience);
        return;
      }
      setFault(cause.message);
    }
    setState('live');
  };

  useEffect(() => {
    const begin = () => void ask<Hello>('hello').then(setHello, (cause: Error) => setFault(cause.message));
    begin();
    let before = true;
    return listen(
      (event) => {
        if (event.kind === 'file') setChangedFiles(event.paths);
        else if (event.kind === 'releases') begin();
        else if (event.release !== current.current) return;
        else if (event.kind === 'working') setState('working');
        else if (event.kind === 'done') setState('live');
        else void fetchView.current();
      },
      (live) => {
        if (!live) setState('lost');
        else if (!before) {
          begin();
          void fetchView.current();
        }
        before = live;
      },
    );
  }, []);

  useEffect(() => void fetchView.current(), [name]);

  return { hello, view: view?.release === name ? view : undefined, state, changedFiles, fault };
}
