// Turn the words of a command line into one command and its exit code.
import { Command, CommanderError, Option } from 'commander';
import { hashAheadBy } from '../load/hash-ahead.ts';
import { messageLanguages, tellerIn } from '../load/load-messages.ts';
import { UsageError } from '../model/finding.ts';
import { quoted } from '../model/printable.ts';
import { listenToTraces } from '../model/run-traces.ts';
import { say, sayAll } from '../model/say.ts';
import { asWritten, type Teller } from '../model/tell-message.ts';
import { readTextsBy } from '../pdf/engine/text-reader.ts';
import { PublishError } from '../project/publish.ts';
import { type Console, exit } from './console.ts';
import { visibleOutput } from './visible-text.ts';
import { wholeNumber } from './whole-number.ts';

/** Runs one command line (without node and script) of this `version` and answers its exit code: 0 done, 1 errors in the release, 2 usage or fault. */
export async function runCommandLine(args: readonly string[], version: string, process: Console): Promise<number> {
  let tell: Teller = asWritten;
  const console = visible(process, (text) => tell(text));
  if (process.trace) listenToTraces(process.trace);
  if (process.helper) {
    readTextsBy(process.helper.reader);
    hashAheadBy(process.helper.hash);
  }
  let code: number = exit.done;
  const program = new Command('kessan')
    .description('Bilingual earnings releases: from period data and narrative to checked, paginated, reproducible documents.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: console.err })
    .addHelpText(
      'after',
      '\nA release is `issuer/release` (data/<issuer>/releases/<release>) or a path to its folder.\nExit codes: 0 done, 1 the release has errors and nothing was written, 2 wrong usage or a fault.',
    );
  const style = () =>
    new Option('--style <theme>', 'another style of the layout than the release names: templates/<layout>/style.<theme>.yaml');
  const each = (word: string, words: readonly string[] = []): readonly string[] => [...words, word];
  const format = () => new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']).default('text');

  program
    .command('build')
    .description(
      'write release.pdf, release.html, figures.json, document.json and manifest.json; PDFs and pages as the release says under files',
    )
    .argument('[release...]', 'releases to build')
    .option('--all', 'every release of the project', false)
    .option('--list <file>', 'the releases that this file names, one a line')
    .option(
      '--jobs <number>',
      'build so many at once, each in a process of its own; with --all and --list as many as the machine computes at once',
    )
    .option('--queue <address>', 'let the workers of a queue build: nats://host:4222, or a context file with servers, credentials, tls')
    .option('--urgent', 'with --queue: before all that is not urgent', false)
    .option('--force', 'with --all, --list, --jobs, --queue: build also what is published as a build would make it', false)
    .option('--time-limit <seconds>', 'with --all, --list, --jobs: stop a release that takes longer (60)')
    .option('--out <folder>', 'write here instead of out/<issuer>/<release>, or out/<issuer>/<release>.<theme> with --style')
    .option('--check <build>', 'compare with the folder of an earlier build and write nothing')
    .option('--against-snapshot', 'write nothing when a page or text is not as it was approved', false)
    .option(
      '--draft',
      'build a draft: DRAFT on every page, in titles and file names; what was carried over may be open; out/<issuer>/<release>.draft',
      false,
    )
    .option('--attach', 'put the statements (CSV) and the facts (JSON) into the PDF, which then is PDF/A-3a', false)
    .option('--text', 'write plain text too, release.txt: 80 columns, English in ASCII', false)
    .option('--timings', 'print how long each stage took', false)
    .addOption(style())
    .addOption(format())
    .action(async (names: string[], options) => {
      code = await (await import('./build.ts')).build(names, options, console);
    });
  program
    .command('watch')
    .description('build releases again at every save, findings as they are, until it is stopped')
    .argument('<release...>', 'releases to build')
    .option('--attach', 'put the statements (CSV) and the facts (JSON) into the PDF, which then is PDF/A-3a', false)
    .option('--text', 'write release.txt too: 80 columns, English in ASCII', false)
    .addOption(style())
    .action(async (names: string[], options) => {
      code = await (await import('./watch.ts')).watch(names, options, console);
    });
  program
    .command('serve')
    .description('show releases in the browser, to look, ask, change and sign off: prints the address of the page, until it is stopped')
    .argument('[release...]', 'releases to show first; every release of the project can be chosen')
    .option('--port <number>', 'answer at this port instead of a free one')
    .option('--no-open', 'print the address only, and open no browser')
    .action(async (names: string[], options) => {
      code = await (await import('./serve.ts')).serve(names, options, console);
    });
  program
    .command('worker')
    .description('build what others send to a queue, until it is stopped')
    .requiredOption('--queue <address>', 'nats://host:4222, or a context file')
    .option('--jobs <number>', 'releases at once; as many as the machine computes at once without it')
    .option('--time-limit <seconds>', 'stop a release that takes longer (60)')
    .action(async ({ queue, jobs, timeLimit }) => {
      const number = (typed: string | undefined, option: string, most: number) =>
        typed === undefined ? undefined : wholeNumber(typed, option, most);
      const [many, seconds] = [number(jobs, '--jobs', 64), number(timeLimit, '--time-limit', 3600)];
      const { worker } = await import('./worker.ts');
      code = await worker({ queue, ...(many !== undefined && { jobs: many }), ...(seconds !== undefined && { seconds }) }, console);
    });
  program
    .command('queue')
    .description('tell who works on a queue, what waits, what is being built, and what was set aside')
    .argument('<address>', 'nats://host:4222, or a context file')
    .addOption(format())
    .action(async (address: string, options) => {
      code = await (await import('./queue.ts')).queue(address, options, console);
    });
  program
    .command('correct')
    .description(
      'write the notice of a correction in every language of the release, the release with its changes marked, and the clean release',
    )
    .argument('<release>', 'corrected release, with a correction.yaml beside release.yaml')
    .requiredOption('--against <build>', 'folder of the build that is corrected')
    .option('--out <folder>', 'write here instead of out/<issuer>/<release>/correction')
    .addOption(format())
    .action(async (name: string, options) => {
      code = await (await import('./correct.ts')).correct(name, options, console);
    });
  program
    .command('snapshot')
    .description('approve the pages and texts of a release as they are now: data/<issuer>/releases/<release>/approved')
    .argument('<release>', 'release to approve')
    .addOption(style())
    .addOption(format())
    .action(async (name: string, options) => {
      code = await (await import('./snapshot.ts')).snapshot(name, options, console);
    });
  program
    .command('check')
    .description('run every stage and check, list findings; write nothing but the report asked for')
    .argument('<release...>', 'releases to check')
    .option('--report', 'write the tie-out book, tie-out.html, to out/<issuer>/<release>', false)
    .option('--verbose', 'list every plug, override and waiver too, and what one language alone prints', false)
    .option('--pages', 'render the release too, and hold its pages against the typographic rules', false)
    .option('--reviewed', 'fail while anything of it is open in its review, or was signed and says something else now', false)
    .addOption(style())
    .addOption(format())
    .action(async (names: string[], options) => {
      code = await (await import('./check.ts')).check(names, options, console);
    });
  program
    .command('verify')
    .description('judge a finished PDF by its bytes: text, figures, tags, fonts, metadata, and what it may not hold')
    .argument('<pdf>', 'a PDF that this program made')
    .option('--figures <file>', 'hold it against this figures.json instead of the one beside it')
    .addOption(format())
    .action(async (name: string, options) => {
      code = await (await import('./verify.ts')).verifyPdf(name, options, console);
    });
  program
    .command('inspect')
    .description('print what one stage makes of a release (load, validate, derive, check, merge, layout), or the tags of its PDF')
    .argument('<stage>', 'stage to print')
    .argument('<release>', 'release to read')
    .addOption(style())
    .addOption(format())
    .action(async (stage: string, name: string, options) => {
      code = await (await import('./inspect.ts')).inspect(stage, name, options, console);
    });
  program
    .command('explain')
    .description('tell where a figure comes from, every place where it is printed, and what it is tied to')
    .argument('<release>', 'release to read')
    .argument('[concept...]', 'a concept, or one of its figures: concept@period or concept.period; further values of --impact')
    .option(
      '--impact <value>',
      'tell instead what other values would change together, typed as in a data file: concept@period=value, or a file of them (.yaml, .csv), or the value alone of the figure named; may be given again; writes nothing',
      each,
    )
    .addOption(style())
    .addOption(format())
    .action(async (name: string, words: string[], options) => {
      code = (await import('./explain.ts')).explain(name, words, options, console);
    });

  program
    .command('init')
    .description('begin a project: a small release of an invented issuer, which builds at once, with schemas for editors')
    .argument('[folder]', 'where it is to stand; nothing there is overwritten', '.')
    .option('--layout <layout>', 'the layout that its release is set in, such as us-filer', 'tanshin')
    .addOption(format())
    .action(async (folder: string, options) => {
      code = await (await import('./init.ts')).init(folder, options, console);
    });
  program
    .command('new')
    .description(
      'begin the next release with an earlier one: its periods moved on, its figures listed to be typed, its words carried over to be changed or confirmed',
    )
    .argument('<release>', 'issuer/release to begin; nothing that is there is overwritten')
    .requiredOption('--from <release>', 'the release that it begins with')
    .option('--period <role=id>', 'the period of a role, where it does not follow; may be given again', each)
    .addOption(format())
    .action(async (name: string, options) => {
      code = await (await import('./new.ts')).newRelease(name, options, console);
    });
  program
    .command('confirm')
    .description('list what a release carried over and nobody has changed or confirmed; with --by, confirm it')
    .argument('<release>', 'a release that kessan new began')
    .option('--by <name>', 'who says that these texts hold for this release')
    .option('--file <file>', 'those of one file: narrative.ja.md, release.yaml')
    .option('--key <key>', 'those under a key of release.yaml: titles, literals, flags.restatements')
    .option('--matching <text>', 'those in which these words stand')
    .option('--all', 'every one of them: has to be said where --by names no file, key or words', false)
    .addOption(format())
    .action(async (name: string, options) => {
      code = await (await import('./confirm.ts')).confirm(name, options, console);
    });
  program
    .command('schema')
    .description('print the JSON Schemas of the data files, with which editors complete and check them')
    .argument('[name]', 'one of them: issuer, concepts, statement, period, release, …; all as one object without it')
    .option('--out <folder>', 'write them there instead, a file each: .kessan/schema in a project that init began')
    .action(async (name: string | undefined, options) => {
      code = await (await import('./schema.ts')).schema(name, options, console);
    });
  program
    .command('import')
    .description('tell what a workbook would change in the period files of an issuer, and write it with --write')
    .argument('<workbook>', 'an .xlsx or .csv file')
    .option('--map <file>', 'which of its sheets, rows and columns are which concepts and periods (YAML)')
    .option('--period <period>', 'import figures of this period alone; columns that the map says are `given` are of it')
    .option('--issuer <issuer>', 'whose figures they are, where the map names nobody and the project has several')
    .option('--write', 'write the figures into the period files: those characters alone, all files or none', false)
    .option('--draft-map', 'print a map to begin with instead, by labels and heads', false)
    .addOption(format())
    .action(async (workbook: string, options) => {
      code = await (await import('./import.ts')).importFigures(workbook, options, console);
    });
  program
    .command('export')
    .description('write a release as a workbook: a sheet a statement, its totals, shares and changes as formulas beside what is printed')
    .argument('<release>', 'release to export')
    .option('--xlsx', 'write <release>.xlsx, and <release>.map.yaml, by which kessan import reads it back', false)
    .option('--csv', 'write each statement as CSV and the facts as JSON', false)
    .option('--out <folder>', 'write here instead of out/<issuer>/<release>/export')
    .addOption(format())
    .action(async (name: string, options) => {
      code = await (await import('./export.ts')).exportFigures(name, options, console);
    });

  program
    .command('fonts')
    .description(
      'make faces of font files in fonts/ of the project: write their metrics, enter them in fonts/fonts.yaml, tell what they lack',
    )
    .argument('<file...>', 'TrueType files (.ttf), also in a collection (.ttc) or packed (.woff)')
    .option('--licence <licence>', 'under which the font is used: its name, or its file in fonts/; asked for once')
    .option('--family <name>', 'what styles call the family')
    .option('--weight <number>', 'which weight it stands for: 400, 500, 600 or 700')
    .option('--italic', 'it is the slanted face of its weight')
    .option('--face <number>', 'which face of a collection')
    .addOption(format())
    .action(async (files: string[], options) => {
      code = await (await import('./fonts.ts')).fonts(files, options, console);
    });

  program
    .command('diff')
    .description('tell what differs between two releases, builds or PDF files, and why: exit 0 same, 1 different, 2 trouble')
    .argument('<old>', 'a release, the folder of a build, or a PDF file')
    .argument('<new>', 'the same')
    .option('--report <folder>', 'write index.html there: every change on its page, side by side, laid over, behind a slider')
    .option('--pdf <file>', 'write a blackline of two releases or builds there: deletions struck out, additions underlined')
    .option('--fail-on <class>', 'exit 1 only for ordered, consequential, text, layout or unexplained; may be given again', each)
    .option('--ignore <region>', 'leave out header, folio, or page:x,y,width,height in points; may be given again', each)
    .option('--dpi <number>', 'dots an inch at which pages are compared', '96')
    .option('--threshold <number>', 'how different a pixel must be to count, from 0 to 1', '0.1')
    .option('--lines <number>', 'lines told of each class; 0 for all', '20')
    .addOption(style())
    .addOption(format())
    .action(async (old: string, now: string, options) => {
      code = await (await import('./diff.ts')).diff(old, now, options, console);
    });

  for (const command of program.commands)
    command.option('--lang <language>', `language of messages: ${messageLanguages.join(', ')}; KESSAN_LANG without it`);
  program.hook('preAction', (_, command) => {
    tell = tellerOf(command.opts().lang, process.lang);
  });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.fault;
    if (error instanceof UsageError || error instanceof PublishError) {
      console.err(say`kessan: ${error.message}\n`);
      return exit.fault;
    }
    throw error;
  }
}

/** By the language that the command line says, else the environment. What is not said is English: the machine's locale never counts. */
function tellerOf(option: string | undefined, environment: string | undefined): Teller {
  const [lang, from] = option === undefined ? [environment, 'KESSAN_LANG'] : [option, '--lang'];
  if (lang === undefined) return asWritten;
  if (!messageLanguages.includes(lang))
    throw new UsageError(say`${from} takes ${sayAll(messageLanguages, ' or ')}, and not ${quoted(lang)}`);
  return tellerIn(lang);
}

/** Whatever a command prints, nothing steers the terminal but our own colours. What is no result is told in the language asked for. */
function visible(process: Console, tell: Teller): Console {
  return {
    ...process,
    tell,
    out: (text) => process.out(visibleOutput(text, process.colourResults ?? false)),
    err: (text) => process.err(visibleOutput(tell(text), process.colour || process.terminal)),
  };
}
