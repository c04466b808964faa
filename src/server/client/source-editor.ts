// Turn an element of the page into an editor of one file: findings underlined, completion, word of every change and of the cursor's line.
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, defaultHighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { Finding } from '../../model/finding.ts';
import type { CompletionNames } from '../completion-names.ts';
import { completions, type Schemas } from './complete-source.ts';
import { proseLanguage } from './highlight-text.ts';
import type { SourceLine } from './source-link.tsx';

/** What an editor tells of itself. */
export interface EditorCalls {
  readonly changed: (text: string) => void;
  /** The line of the cursor, from 1, when it moves there. */
  readonly moved: (line: number) => void;
  readonly save: () => void;
}

/** What an editor begins with. */
export interface EditorFile {
  readonly path: string;
  readonly text: string;
  readonly label: string;
  readonly schemas: Schemas;
  readonly names: CompletionNames;
}

/** An editor at work. */
export interface SourceEditor {
  readonly text: () => string;
  /** Takes another text for the file; the cursor stays where it can. */
  readonly take: (text: string) => void;
  readonly underline: (findings: readonly Finding[]) => void;
  readonly go: (at: SourceLine) => void;
  readonly close: () => void;
}

/** In a shadow of the element: there its style needs no element that the page's policy would refuse. */
export function openEditor(host: HTMLElement, { path, text, label, schemas, names }: EditorFile, calls: EditorCalls): SourceEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // A shadow root is scrolled by the editor itself.
  root.replaceChildren();
  // Of a file that ends its lines in several ways, those of the others are characters: what is not edited stays as it is.
  const ending = /(?:^|[^\r])\n/.test(text) || !text.includes('\r\n') ? '\n' : '\r\n';
  const saved = () => {
    calls.save();
    return true;
  };
  const state = EditorState.create({
    doc: text,
    extensions: [
      EditorState.lineSeparator.of(ending),
      lineNumbers(),
      lintGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
      /\.ya?ml$/.test(path) ? yaml() : proseLanguage,
      autocompletion({ override: [completions(path, schemas, names)] }),
      keymap.of([
        { key: 'Mod-s', preventDefault: true, run: saved },
        ...completionKeymap,
        ...lintKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        indentWithTab,
      ]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) calls.changed(update.state.sliceDoc());
        if (update.selectionSet || update.docChanged) {
          const line = (each: EditorState) => each.doc.lineAt(each.selection.main.head).number;
          if (line(update.state) !== line(update.startState)) calls.moved(line(update.state));
        }
      }),
      EditorView.theme({
        '&': { height: '100%', fontSize: '13px', backgroundColor: '#fff', color: '#111' },
        '.cm-scroller': { overflow: 'auto', fontFamily: 'ui-monospace, monospace' },
        // Without the pictures that the library draws them with: the page's policy shows none but its own.
        ...Object.fromEntries(
          Object.entries({ error: '#a1130a', warning: '#8a6d00', info: '#0b57a4', hint: '#0b57a4' }).flatMap(([severity, colour]) => [
            [
              `.cm-lintRange-${severity}`,
              { backgroundImage: 'none', textDecoration: `underline wavy ${colour}`, textUnderlineOffset: '3px' },
            ],
            [
              `.cm-lint-marker-${severity}`,
              { content: '""', width: '0.7em', height: '0.7em', borderRadius: '50%', backgroundColor: colour },
            ],
          ]),
        ),
        '.cm-gutters': { color: '#595959', backgroundColor: '#f7f7f7' },
      }),
    ],
  });
  const view = new EditorView({ state, parent: root, root });
  return {
    text: () => view.state.sliceDoc(),
    take: (other) => {
      const { head } = view.state.selection.main;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: other } });
      view.dispatch({ selection: { anchor: Math.min(head, view.state.doc.length) } });
    },
    underline: (findings) => view.dispatch(setDiagnostics(view.state, diagnostics(path, findings, view.state.doc))),
    go: (at) => {
      const { from, to } = stretch(at, view.state.doc);
      view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

function diagnostics(path: string, findings: readonly Finding[], doc: Text): readonly Diagnostic[] {
  return findings
    .flatMap(({ at, severity, code, message, hints = [], related = [] }) => {
      const own = at?.file === path ? [{ at, text: [`${code}: ${message}`, ...hints].join('\n'), severity }] : [];
      const others = related.flatMap((each) =>
        each.at.file === path ? [{ at: each.at, text: each.message, severity: 'note' as const }] : [],
      );
      return [...own, ...others];
    })
    .map(({ at, text, severity }) => ({
      ...stretch(at, doc),
      severity: severity === 'note' ? ('info' as const) : severity,
      message: text,
    }));
}

function stretch({ line, column = 1, length = 0 }: SourceLine, doc: Text): { readonly from: number; readonly to: number } {
  const found = doc.line(Math.max(1, Math.min(line, doc.lines)));
  const from = Math.min(found.from + column - 1, found.to);
  return { from, to: Math.min(from + length, found.to) };
}
