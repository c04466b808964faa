// Turn values that are supposed into all that they would change, and, when its user says so, into those of the files.
import { useEffect, useState } from 'preact/hooks';
import type { FigureChange } from '../../explain/figure-changes.ts';
import type { Impact } from '../../explain/impact-of-values.ts';
import type { Written } from '../write-supposed.ts';
import { ask, Refused, type Told } from './ask-server.ts';
import { grouped } from './grouped.ts';
import { FactName, SourceLink, useWays } from './source-link.tsx';
import { filled, useWords } from './words.ts';

/** A value that is supposed for a typed figure. */
export interface Supposed {
  readonly figure: string;
  /** As it stood when it was chosen. */
  readonly typed: string;
  readonly value: string;
}

interface SupposePanelProps {
  readonly release: string;
  readonly version: number;
  readonly values: readonly Supposed[];
  readonly change: (values: readonly Supposed[]) => void;
}

type Answer = { readonly impact: Told<Impact> } | { readonly fault: string } | undefined;

/** Milliseconds after the last key before the server is asked. */
const pause = 200;

export function SupposePanel({ release, version, values, change }: SupposePanelProps) {
  const words = useWords();
  const [answer, setAnswer] = useState<Answer>();
  const [written, setWritten] = useState<readonly string[]>([]);
  const [fault, setFault] = useState('');
  const given = values.map(({ figure, value }) => ({ figure, value }));
  const asked = JSON.stringify(given);
  useEffect(() => {
    if (values.length === 0) {
      setAnswer(undefined);
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      ask<Told<Impact>>(`releases/${release}/impact`, { method: 'POST', body: { values: given } }).then(
        (impact) => current && setAnswer({ impact }),
        (cause: Error) => current && setAnswer({ fault: cause.message }),
      );
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [release, version, asked]);

  const write = async () => {
    setFault('');
    try {
      const { changes } = await ask<Told<Written>>(`releases/${release}/write`, { method: 'POST', body: { values: given } });
      setWritten(changes.map(({ file, line, now }) => `${file}:${line}: ${now.trim()}`));
      change([]);
    } catch (cause) {
      const conflict = cause instanceof Refused && cause.status === 409 ? ` ${conflictOf(cause.answer)}` : '';
      setFault(conflict ? `${words.notWritten}${conflict}` : cause instanceof Error ? cause.message : String(cause));
    }
  };

  if (values.length === 0)
    return (
      <div>
        <p class="empty">{words.supposeNothing}</p>
        {written.length > 0 && (
          <div role="status" class="written">
            <h3>{words.written}</h3>
            <ul>
              {written.map((line) => (
                <li key={line}>
                  <code>{line}</code>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    );
  return (
    <div class="suppose">
      <ul class="values">
        {values.map((each) => (
          <li key={each.figure}>
            <FactName fact={each.figure} /> {words.now} <strong>{each.typed}</strong>
            <div class="row">
              <input
                aria-label={`${words.newValue}: ${each.figure}`}
                value={each.value}
                autocomplete="off"
                spellcheck={false}
                onInput={(event) => {
                  const { value } = event.currentTarget;
                  change(values.map((other) => (other === each ? { ...each, value } : other)));
                }}
              />
              <button type="button" onClick={() => change(values.filter((other) => other !== each))}>
                {words.remove}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <p class="row">
        <button type="button" class="main" disabled={!answer || 'fault' in answer} onClick={() => void write()}>
          {words.write}
        </button>
        <button type="button" onClick={() => change([])}>
          {words.discard}
        </button>
      </p>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {answer && 'fault' in answer && <p class="fault">{answer.fault}</p>}
      {answer && 'impact' in answer && <ImpactTold impact={answer.impact} />}
    </div>
  );
}

function conflictOf(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('changed' in answer)) return '';
  const { changed } = answer as Told<Written>;
  return changed.flatMap(({ file, lines }) => lines.map(({ line, now }) => `${file}:${line}: ${now ?? ''}`)).join('\n');
}

function ImpactTold({ impact }: { readonly impact: Told<Impact> }) {
  const words = useWords();
  const { nameOfFact } = useWays();
  const named = (fact: string) => `${nameOfFact(fact)} ${fact}`.trimStart();
  const cells = [...impact.amounts, ...impact.changes, ...impact.percentages, ...impact.dollars];
  const list = (title: string, items: readonly string[]) =>
    items.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </>
    );
  return (
    <div class="impact" aria-live="polite">
      <h2>{words.impact}</h2>
      {list(words.wouldBreak, [
        ...impact.breaks.map(({ relation, period, left, right }) => `${relation} (${period}): ${left.value} ≠ ${right.value}`),
        ...impact.controls
          .filter(({ holds }) => !holds)
          .map(
            ({ fact, control, actual }) =>
              `${words.controls} ${named(fact)}: ${control}${actual === undefined ? '' : ` ≠ ${grouped(actual)}`}`,
          ),
      ])}
      {list(
        words.wouldMend,
        impact.mends.map(({ relation, period }) => `${relation} (${period})`),
      )}
      {list(
        words.newFindings,
        impact.findings.map(({ message }) => message),
      )}
      {list(
        words.lapses,
        impact.lapses.map(({ message }) => message),
      )}
      {list(words.confirmToo, impact.confirm.map(named))}
      {impact.pages.before !== impact.pages.after && <p>{filled(words.pageCount, impact.pages)}</p>}
      {impact.sentences.length > 0 && <h3>{`${words.sentences} (${impact.sentences.length})`}</h3>}
      <ul>
        {impact.sentences.map(({ lang, block, before, after, words: turned }) => (
          <li key={`${block} ${before}`} lang={lang}>
            <del>{before}</del>
            <ins>{after === '' ? words.gone : after}</ins>
            {turned.length > 0 && (
              <div class="detail">
                {words.wordsTurn}: {turned.map((each) => `${each.before} → ${each.after}`).join(', ')}
              </div>
            )}
          </li>
        ))}
      </ul>
      <Changes title={words.prose} changes={impact.prose} />
      <Changes title={words.cells} changes={cells} />
    </div>
  );
}

function Changes({ title, changes }: { readonly title: string; readonly changes: readonly Told<FigureChange>[] }) {
  const words = useWords();
  const { showFigure } = useWays();
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{`${title} (${changes.length})`}</h3>
      <ul class="changes">
        {changes.map(({ figure, fact, before, after, langs, pages, where, at }) => (
          <li key={`${figure} ${fact} ${at.file} ${at.line} ${at.column}`}>
            <button type="button" class="link" onClick={() => showFigure(figure)}>
              <del>{before ?? ''}</del> <ins>{after ?? words.gone}</ins>
            </button>{' '}
            {'statement' in where ? [where.row, where.column].join(' · ') : ''}{' '}
            {langs.map((lang) => words.languageNames[lang] ?? lang).join(', ')}
            {pages.length > 0 && `, ${filled(words.page, { page: pages.join(', ') })}`} <SourceLink at={at} />
          </li>
        ))}
      </ul>
    </>
  );
}
