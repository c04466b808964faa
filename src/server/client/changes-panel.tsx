// Turn what has changed since a state into a list by classes, stepped through on the pages.
import { differenceClasses } from '../../model/difference.ts';
import type { ChangeView } from '../protocol.ts';
import { SourceLink, useWays } from './source-link.tsx';
import type { useChanges } from './use-changes.ts';
import { filled, useWords } from './words.ts';

interface ChangesPanelProps {
  readonly changing: ReturnType<typeof useChanges>;
  /** The release has errors: what is compared is its last state without. */
  readonly stale: boolean;
}

export function ChangesPanel({ changing, stale }: ChangesPanelProps) {
  const { states, since, setSince, changes, fault, at, go, step } = changing;
  const words = useWords();
  const { nameOfPage } = useWays();
  const all = changes?.changes ?? [];
  return (
    <div class="changes-since">
      <label>
        {words.since}{' '}
        <select value={since} onChange={(event) => setSince(event.currentTarget.value)}>
          <option value="" disabled>
            {words.chooseState}
          </option>
          {states?.opened && <option value="opened">{words.sinceOpened}</option>}
          {states?.published && <option value="published">{words.sincePublished}</option>}
          {states?.approved && <option value="approved">{words.sinceApproved}</option>}
          {(states?.revisions ?? []).map(({ id, date, subject }) => (
            <option key={id} value={id}>
              {words.sinceRevision} {date} {subject}
            </option>
          ))}
        </select>
      </label>
      {since === '' && <p class="empty">{words.changesHint}</p>}
      {stale && <p class="hint">{words.changesStale}</p>}
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {since !== '' && !changes && !fault && <p role="status">{words.comparing}</p>}
      {changes && all.length === 0 && <p class="empty">{words.nothingChanged}</p>}
      {all.length > 0 && (
        <p class="row">
          <button type="button" onClick={() => step(-1)}>
            {words.previousChange}
          </button>
          <button type="button" onClick={() => step(1)}>
            {words.nextChange}
          </button>
          <span role="status">{at >= 0 && filled(words.matches, { at: at + 1, count: all.length })}</span>
        </p>
      )}
      {[...differenceClasses, 'approved' as const].map((each) => {
        const own = all.map((change, index) => ({ change, index })).filter(({ change }) => change.class === each);
        if (own.length === 0) return null;
        return (
          <section key={each}>
            <h3>{`${words.classes[each]} (${own.length})`}</h3>
            <ul>
              {own.map(({ change, index }) => (
                <li key={change.id}>
                  <button type="button" class="link" aria-current={index === at} onClick={() => go(index)}>
                    <ChangeLine change={change} />
                  </button>{' '}
                  {change.places[0] && <span class="detail">{nameOfPage(change.places[0].page)}</span>}{' '}
                  {change.at && <SourceLink at={change.at} />}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {(changes?.remarks ?? []).map((remark) => (
        <p class="detail" key={remark}>
          {remark}
        </p>
      ))}
    </div>
  );
}

/** By printed names in the language of the page; by the words of the terminal where there are none. */
function ChangeLine({ change: { line, summary } }: { readonly change: ChangeView }) {
  const { language } = useWays();
  const pieces = line?.[language];
  if (!pieces) return <>{summary}</>;
  return (
    <>
      {pieces.map(({ text, as, lang }, index) => {
        const Element = as === undefined ? 'span' : elements[as];
        return (
          <Element key={`${index} ${text}`} lang={lang}>
            {text}
          </Element>
        );
      })}
    </>
  );
}

const elements = { name: 'b', was: 'del', is: 'ins', more: 'small' } as const;
