// Turn findings into a list by file and severity, each with what to do and the ways to its source and its page.
import type { FindingView } from '../protocol.ts';
import { SourceLink, useWays } from './source-link.tsx';
import { filled, useWords } from './words.ts';

export function FindingsPanel({ findings }: { readonly findings: readonly FindingView[] }) {
  const words = useWords();
  const { showPage, nameOfPage } = useWays();
  if (findings.length === 0) return <p class="empty">{words.noFindings}</p>;
  const files = [...new Set(findings.map(({ at }) => at?.file ?? ''))];
  return (
    <div class="findings">
      {files.map((file) => (
        <section key={file}>
          <h3>{file}</h3>
          <ul>
            {findings
              .filter(({ at }) => (at?.file ?? '') === file)
              .map((finding) => (
                <li key={`${finding.code} ${finding.at?.line} ${finding.at?.column} ${finding.message}`} class={finding.severity}>
                  <p>
                    <strong>
                      {finding.severity === 'error' ? words.error : words.warning}: {finding.code}
                    </strong>{' '}
                    {finding.message}
                  </p>
                  {finding.label !== undefined && <p class="detail">{finding.label}</p>}
                  {(finding.hints ?? []).map((hint) => (
                    <p class="hint" key={hint}>
                      {hint}
                    </p>
                  ))}
                  <p class="row">
                    {finding.at && <SourceLink at={finding.at} />}
                    {finding.pages.map((page) => (
                      <button type="button" class="link" key={page} onClick={() => showPage(page)}>
                        {nameOfPage(page)}
                      </button>
                    ))}
                  </p>
                  <Related places={finding.related ?? []} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Other places that are shown at once; more are opened when somebody wants them. */
const mostShown = 5;

function Related({ places }: { readonly places: NonNullable<FindingView['related']> }) {
  const words = useWords();
  if (places.length === 0) return null;
  const list = (
    <ul class="related">
      {places.map(({ at, message }) => (
        <li class="detail" key={`${at.file} ${at.line} ${at.column} ${message}`}>
          {message} <SourceLink at={at} />
        </li>
      ))}
    </ul>
  );
  if (places.length <= mostShown) return list;
  return (
    <details>
      <summary>{filled(words.related, { count: places.length })}</summary>
      {list}
    </details>
  );
}
