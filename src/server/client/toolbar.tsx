// Turn what is shown, and how, into choices above the pages.
import type { RefObject } from 'preact';
import type { ReleaseView } from '../protocol.ts';
import type { Live } from './use-live.ts';
import { filled, useWords } from './words.ts';

interface ToolbarProps {
  readonly releases: readonly string[];
  readonly release: string;
  readonly chooseRelease: (name: string) => void;
  /** Of the release. */
  readonly languages: readonly string[];
  /** The one that is shown alone; empty for all, side by side. */
  readonly shown: string;
  readonly show: (lang: string) => void;
  readonly stepZoom: (by: -1 | 1) => void;
  readonly fit: () => void;
  readonly searchField: RefObject<HTMLInputElement>;
  readonly query: string;
  readonly search: (text: string) => void;
  readonly matches: number;
  readonly match: number;
  readonly stepMatch: (by: -1 | 1) => void;
  /** Languages of the page itself. */
  readonly spoken: readonly string[];
  readonly language: string;
  readonly chooseLanguage: (code: string) => void;
  readonly showKeys: () => void;
  readonly state: Live['state'];
  readonly view: ReleaseView | undefined;
  readonly fault: string;
  readonly showFindings: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const words = useWords();
  const { view, state } = props;
  const errors = (view?.findings ?? []).filter(({ severity }) => severity === 'error').length;
  const warnings = (view?.findings.length ?? 0) - errors;
  const nameOf = (lang: string) => words.languageNames[lang] ?? lang;
  return (
    <header class="toolbar">
      <label>
        <span class="unseen">{words.release}</span>
        <select value={props.release} onChange={(event) => props.chooseRelease(event.currentTarget.value)}>
          {props.releases.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="unseen">{words.shown}</span>
        <select value={props.shown} onChange={(event) => props.show(event.currentTarget.value)}>
          <option value="">{words.sideBySide}</option>
          {props.languages.map((lang) => (
            <option key={lang} value={lang}>
              {nameOf(lang)}
            </option>
          ))}
        </select>
      </label>
      <span class="group">
        <button type="button" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => props.stepZoom(-1)}>
          −
        </button>
        <button type="button" onClick={props.fit}>
          {words.fitWidth}
        </button>
        <button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => props.stepZoom(1)}>
          +
        </button>
      </span>
      <search>
        <form
          class="group"
          onSubmit={(event) => {
            event.preventDefault();
            props.stepMatch(1);
          }}
        >
          <input
            type="search"
            ref={props.searchField}
            aria-label={words.search}
            placeholder={words.search}
            value={props.query}
            onInput={(event) => props.search(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !event.shiftKey) return;
              event.preventDefault();
              props.stepMatch(-1);
            }}
          />
          <button type="button" aria-label={words.searchPrevious} title={words.searchPrevious} onClick={() => props.stepMatch(-1)}>
            ↑
          </button>
          <button type="submit" aria-label={words.searchNext} title={words.searchNext}>
            ↓
          </button>
          <span role="status" class="matches">
            {props.query !== '' &&
              (props.matches === 0 ? words.noMatches : filled(words.matches, { at: props.match + 1, count: props.matches }))}
          </span>
        </form>
      </search>
      <span class={`state ${state}`} role="status">
        {state === 'lost' ? words.lost : state === 'working' ? words.working : view?.stale ? words.stale : words.live}
        {props.fault && ` ${words.refused}: ${props.fault}`}
      </span>
      <button type="button" class={errors > 0 ? 'errors' : warnings > 0 ? 'warnings' : ''} onClick={props.showFindings}>
        {words.errors} {errors} · {words.warnings} {warnings}
      </button>
      <label>
        <span class="unseen">{words.interfaceLanguage}</span>
        <select value={props.language} onChange={(event) => props.chooseLanguage(event.currentTarget.value)}>
          {props.spoken.map((code) => (
            <option key={code} value={code} lang={code}>
              {nameOf(code)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" aria-label={words.keys} title={words.keys} onClick={props.showKeys}>
        ?
      </button>
    </header>
  );
}
