// Turn a folder of the error gallery into a run: the smallest release, some edits, and the exact text that a user reads.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { run } from '../../src/cli.ts';

/** `case.yaml` of a gallery folder. */
const caseSchema = z.strictObject({
  /** What the user did wrong, in a sentence. */
  story: z.string(),
  /** The command that tells, where it is not `build mini/1q01`. */
  command: z.optional(z.array(z.string())),
  /** Edits to the smallest release, in order. `from` must occur exactly once. */
  edits: z.array(
    z.union([
      z.strictObject({ file: z.string(), from: z.string(), to: z.string() }),
      // Bytes that are no text: what another encoding would have written.
      z.strictObject({ file: z.string(), from: z.string(), hex: z.string() }),
      z.strictObject({ file: z.string(), create: z.string() }),
      z.strictObject({ file: z.string(), remove: z.literal(true) }),
    ]),
  ),
});

export type ErrorCase = z.infer<typeof caseSchema>;

/** The case of a gallery folder. */
export function readErrorCase(folder: string): ErrorCase {
  return caseSchema.parse(parse(readFileSync(join(folder, 'case.yaml'), 'utf8')));
}

export interface Outcome {
  readonly code: number;
  /** What stands on stderr. */
  readonly text: string;
  /** Whether anything was written below out/. */
  readonly wrote: boolean;
  /** Codes of the findings printed. */
  readonly codes: readonly string[];
}

/**
 * Builds the smallest release with the case's edits, or asks of it what the case says, as a user would from the command line; with
 * messages in `lang`, or as they are written.
 */
export async function runErrorCase(folder: string, fixture: string, lang?: string): Promise<Outcome> {
  const { edits, command = ['build', 'mini/1q01'] } = readErrorCase(folder);
  const root = mkdtempSync(join(tmpdir(), 'kessan-gallery-'));
  try {
    cpSync(fixture, root, { recursive: true });
    if (!existsSync(join(root, 'fonts'))) cpSync('fonts', join(root, 'fonts'), { recursive: true });
    for (const edit of edits) apply(root, edit);
    let text = '';
    const code = await run(command, {
      cwd: root,
      out: () => {},
      err: (part) => (text += part),
      colour: false,
      terminal: false,
      now: () => 0,
      ...(lang !== undefined && { lang }),
    });
    return {
      code,
      text,
      wrote: existsSync(join(root, 'out')),
      codes: [...text.matchAll(/^[^\s[]+\[([a-z]+\/[\w-]+)\] /gm)].map((match) => match[1] as string),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function apply(root: string, edit: ErrorCase['edits'][number]): void {
  const file = join(root, edit.file);
  if ('remove' in edit) rmSync(file, { recursive: true });
  else if ('create' in edit) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, edit.create);
  } else {
    const text = readFileSync(file, 'utf8');
    const found = text.split(edit.from).length - 1;
    if (found !== 1) throw new Error(`${edit.file}: '${edit.from}' occurs ${found} times, not once`);
    const [before = '', after = ''] = text.split(edit.from);
    const between = 'hex' in edit ? Buffer.from(edit.hex, 'hex') : Buffer.from(edit.to);
    writeFileSync(file, Buffer.concat([Buffer.from(before), between, Buffer.from(after)]));
  }
}
