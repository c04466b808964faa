// Turn the files of a project into one that is edited: saved whole, never over what is newer, jumped to and from.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CompletionNames } from '../completion-names.ts';
import type { FindingView, SourceText } from '../protocol.ts';
import { ask, Refused } from './ask-server.ts';
import type { Schemas } from './complete-source.ts';
import { openEditor, type SourceEditor } from './source-editor.ts';
import type { SourceLine } from './source-link.tsx';
import { useWords } from './words.ts';

interface SourcePanelProps {
  readonly release: string;
  readonly findings: readonly FindingView[];
  /** Where to go; another object each time somebody asks. */
  readonly goal: SourceLine | undefined;
  /** Files that changed on disk; another object each time. */
  readonly changedFiles: readonly string[];
  /** The line of the cursor. */
  readonly moved: (at: SourceLine) => void;
}

/** A text that is edited, and what it was made of. */
interface Draft {
  readonly base: SourceText;
  readonly text: string;
}

type Status = 'same' | 'edited' | 'saved' | { readonly conflict: SourceText } | { readonly fault: string };

export function SourcePanel({ release, findings, goal, changedFiles, moved }: SourcePanelProps) {
  const words = useWords();
  const [files, setFiles] = useState<readonly string[]>([]);
  const [path, setPath] = useState('');
  const [status, setStatus] = useState<Status>('same');
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<SourceEditor>();
  const base = useRef<SourceText>();
  const wanted = useRef<SourceLine>();
  /** Texts that were edited and not saved when another file was opened. */
  const drafts = useRef(new Map<string, Draft>());
  const latest = useRef(findings);
  latest.current = findings;

  const fail = (cause: unknown) => setStatus({ fault: cause instanceof Error ? cause.message : String(cause) });

  useEffect(() => {
    ask<readonly string[]>('files').then(setFiles, fail);
  }, []);

  useEffect(() => {
    if (!goal) return;
    wanted.current = goal;
    if (goal.file === path && editor.current) editor.current.go(goal);
    else setPath(goal.file);
  }, [goal]);

  const save = async (over?: SourceText) => {
    const [open, before] = [editor.current, over ?? base.current];
    if (!open || !before) return;
    try {
      const text = open.text();
      const saved = await ask<SourceText>(`file?path=${encodeURIComponent(before.path)}`, {
        method: 'PUT',
        body: { text, digest: before.digest },
      });
      base.current = saved;
      setStatus(open.text() === saved.text ? 'saved' : 'edited');
    } catch (cause) {
      if (cause instanceof Refused && cause.now) setStatus({ conflict: cause.now });
      else fail(cause);
    }
  };
  const saving = useRef(save);
  saving.current = save;

  useEffect(() => {
    if (path === '') return;
    let current = true;
    const load = async () => {
      const [file, schemas, names] = await Promise.all([
        ask<SourceText>(`file?path=${encodeURIComponent(path)}`),
        ask<Schemas>('schemas'),
        ask<CompletionNames>(`releases/${release}/names`),
      ]);
      if (!current || !host.current) return;
      editor.current?.close();
      const draft = drafts.current.get(path);
      drafts.current.delete(path);
      base.current = draft?.base ?? file;
      setStatus(!draft ? 'same' : draft.base.digest === file.digest ? 'edited' : { conflict: file });
      const opened = openEditor(
        host.current,
        { path, text: draft?.text ?? file.text, label: path, schemas, names },
        {
          changed: (text) => setStatus(text === base.current?.text ? 'same' : 'edited'),
          moved: (line) => moved({ file: path, line }),
          save: () => void saving.current(),
        },
      );
      editor.current = opened;
      opened.underline(latest.current);
      const goalNow = wanted.current;
      if (goalNow?.file === path) opened.go(goalNow);
    };
    load().catch((cause: unknown) => current && fail(cause));
    return () => {
      current = false;
      // What is not saved is not lost when another file is opened.
      const [text, made] = [editor.current?.text(), base.current];
      if (text !== undefined && made?.path === path && text !== made.text) drafts.current.set(path, { base: made, text });
    };
  }, [path, release]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const [text, made] = [editor.current?.text(), base.current];
      if (drafts.current.size > 0 || (text !== undefined && made && text !== made.text)) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  useEffect(
    () => () => {
      editor.current?.close();
      editor.current = undefined;
    },
    [],
  );

  useEffect(() => editor.current?.underline(findings), [findings]);

  // What others save shows at once, unless it would take what is being typed here.
  useEffect(() => {
    if (path === '' || !changedFiles.includes(path)) return;
    ask<SourceText>(`file?path=${encodeURIComponent(path)}`).then((now) => {
      const [open, before] = [editor.current, base.current];
      if (!open || !before || now.digest === before.digest || now.path !== before.path) return;
      if (open.text() === before.text) {
        base.current = now;
        open.take(now.text);
        setStatus('same');
      } else setStatus({ conflict: now });
    }, fail);
  }, [changedFiles]);

  const conflict = typeof status === 'object' && 'conflict' in status ? status.conflict : undefined;
  return (
    <div class="source">
      <div class="row">
        <label>
          {words.file}{' '}
          <select value={path} onChange={(event) => setPath(event.currentTarget.value)}>
            <option value="" disabled>
              {words.chooseFile}
            </option>
            {(files.includes(path) || path === '' ? files : [path, ...files]).map((file) => (
              <option key={file} value={file}>
                {drafts.current.has(file) ? `${file} ●` : file}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="main" disabled={status !== 'edited'} onClick={() => void save()}>
          {words.save}
        </button>
        <span role="status">{status === 'edited' ? words.unsaved : status === 'saved' ? words.saved : ''}</span>
      </div>
      {typeof status === 'object' && 'fault' in status && (
        <p class="fault" role="alert">
          {status.fault}
        </p>
      )}
      {conflict && (
        <div class="fault" role="alert">
          <p>{words.conflict}</p>
          <p class="row">
            <button
              type="button"
              onClick={() => {
                base.current = conflict;
                editor.current?.take(conflict.text);
                setStatus('same');
              }}
            >
              {words.takeTheirs}
            </button>
            <button type="button" onClick={() => void save(conflict)}>
              {words.keepMine}
            </button>
          </p>
        </div>
      )}
      {path === '' && <p class="empty">{words.sourceHint}</p>}
      <div class="editor" ref={host} hidden={path === ''} />
      <p class="detail">{words.editorHint}</p>
    </div>
  );
}
