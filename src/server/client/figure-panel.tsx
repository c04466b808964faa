// Turn a chosen figure into all that is known of it: what is printed and why, where it comes from, where it stands, what holds it.
import { useEffect, useState } from 'preact/hooks';
import type { Explanation, Origin, PrintedPlace } from '../../explain/explain-fact.ts';
import type { MappedFigure } from '../../project/map-pages.ts';
import { ask, type Told } from './ask-server.ts';
import { grouped } from './grouped.ts';
import { FactName, SourceLink, useWays } from './source-link.tsx';
import { filled, useWords } from './words.ts';

interface FigurePanelProps {
  readonly release: string;
  /** The answer may be another with each. */
  readonly version: number;
  readonly figure: MappedFigure | undefined;
  /** Supposes a value for a typed fact: as it is typed now, and as it would be. */
  readonly suppose: (fact: string, typed: string, value: string) => void;
}

export function FigurePanel({ release, version, figure, suppose }: FigurePanelProps) {
  const words = useWords();
  const [told, setTold] = useState<Told<Explanation>>();
  const [fault, setFault] = useState('');
  const fact = figure?.fact;
  useEffect(() => {
    if (fact === undefined) return;
    let current = true;
    ask<readonly Told<Explanation>[]>(`releases/${release}/figure/${encodeURIComponent(fact)}`).then(
      ([first]) => {
        if (!current) return;
        setTold(first);
        setFault('');
      },
      (cause: Error) => current && setFault(cause.message),
    );
    return () => {
      current = false;
    };
  }, [release, fact, version]);
  if (!figure) return <p class="empty">{words.chooseFigure}</p>;
  if (fault) return <p class="fault">{fault}</p>;
  if (told?.fact !== fact || !told) return null;
  const printed = told.printed.find((each) => each.figure === figure.id) ?? told.madeAgainst.find((each) => each.figure === figure.id);
  return (
    <div class="figure-told">
      <h2 lang={figure.lang}>{figure.text}</h2>
      <p class="label">
        {Object.entries(told.labels).map(([lang, label]) => (
          <span key={lang} lang={lang}>
            {label}
          </span>
        ))}
        <code>{told.fact}</code>
      </p>
      {printed && (
        <dl>
          <dt>{words.printed}</dt>
          <dd>{grouped(printed.printed)}</dd>
          <dt>{words.exact}</dt>
          <dd>{grouped(printed.exact)}</dd>
          <dt>{words.rounding}</dt>
          <dd>
            {words.treatments[printed.treatment]}
            {printed.why && `: ${printed.why}`}
          </dd>
        </dl>
      )}
      {figure.notes.length > 0 && <h3>{words.notes}</h3>}
      <ul>
        {figure.notes.map((note) => (
          <li key={note} lang={figure.lang}>
            {note}
          </li>
        ))}
      </ul>
      <h3>{words.origin}</h3>
      <ul class="origin">
        <OriginItem key={told.fact} origin={told.origin} suppose={suppose} />
      </ul>
      <Places title={words.places} places={told.printed} />
      <Places title={words.madeAgainst} places={told.madeAgainst} />
      {told.relations.length > 0 && <h3>{words.relations}</h3>}
      <ul>
        {told.relations.map((relation) => (
          <li key={`${relation.relation} ${relation.period}`} class={relation.holds ? 'holds' : 'broken'}>
            <span class="verdict">{relation.holds ? words.holds : relation.waived ? words.waived : words.breaks}</span> {relation.relation}{' '}
            ({relation.period})
            <div class="detail">
              {relation.left.text} = {relation.left.value}; {relation.right.text} = {relation.right.value} <SourceLink at={relation.at} />
            </div>
          </li>
        ))}
      </ul>
      {told.controls.length > 0 && <h3>{words.controls}</h3>}
      <ul>
        {told.controls.map((control) => (
          <li key={`${control.fact} ${control.measure}`} class={control.holds ? 'holds' : 'broken'}>
            <span class="verdict">{control.holds ? words.holds : words.breaks}</span> <FactName fact={control.fact} />: {control.control}{' '}
            <SourceLink at={control.at} />
          </li>
        ))}
      </ul>
      {told.usedBy.length > 0 && <h3>{words.usedBy}</h3>}
      <ul>
        {told.usedBy.map((key) => (
          <li key={key}>
            <FactName fact={key} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface OriginProps {
  readonly origin: Told<Origin>;
  readonly suppose: FigurePanelProps['suppose'];
}

function OriginItem({ origin, suppose }: OriginProps) {
  const words = useWords();
  const [value, setValue] = useState(origin.typed ?? '');
  useEffect(() => setValue(origin.typed ?? ''), [origin.typed, origin.fact]);
  const { typed } = origin;
  return (
    <li>
      <FactName fact={origin.fact} /> {origin.formula === undefined ? words.typed : `${words.computed}: ${origin.formula}`}{' '}
      <SourceLink at={origin.at} />
      {origin.source !== undefined && (
        <div class="detail">
          {words.takenFrom}: {origin.source}
        </div>
      )}
      {origin.released !== undefined && (
        <div class="detail">
          {words.releasedAs}: {grouped(origin.released.value)} ({origin.released.because}) <SourceLink at={origin.released.at} />
        </div>
      )}
      {origin.restsOn !== undefined && (
        <div class="detail">
          {words.restsOn}: {origin.restsOn.join(', ')}
        </div>
      )}
      {typed === undefined ? (
        <div class="detail">{grouped(origin.value)}</div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            suppose(origin.fact, typed, value.trim());
          }}
        >
          <strong>{typed}</strong>
          <input
            aria-label={`${words.newValue}: ${origin.fact}`}
            value={value}
            onInput={(event) => setValue(event.currentTarget.value)}
            autocomplete="off"
            spellcheck={false}
          />
          <button type="submit" disabled={value.trim() === typed || value.trim() === ''}>
            {words.addValue}
          </button>
        </form>
      )}
      {origin.inputs.length > 0 && (
        <ul>
          {origin.inputs.map((input) => (
            <OriginItem key={input.fact} origin={input} suppose={suppose} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Places({ title, places }: { readonly title: string; readonly places: readonly Told<PrintedPlace>[] }) {
  const words = useWords();
  const { showFigure } = useWays();
  if (places.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="places">
        {places.map(({ figure, lang, text, where, pages, at }) => (
          <li key={figure}>
            <button type="button" class="link" lang={lang} onClick={() => showFigure(figure)}>
              {text}
            </button>{' '}
            {words.languageNames[lang] ?? lang}
            {pages[0] !== undefined && `, ${filled(words.page, { page: pages[0] })}`},{' '}
            {'statement' in where ? [where.statement, where.row, where.column].filter((each) => each !== '').join(' · ') : words.prose}{' '}
            <SourceLink at={at} />
          </li>
        ))}
      </ul>
    </>
  );
}
