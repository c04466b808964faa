// Turn messages into documents of Typst in one process that stays: the same release edited, or set with its memory emptied; answers with milliseconds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [home] = process.argv.slice(2);
const require = createRequire(join(home, 'package.json'));
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: home, fontArgs: [{ fontPaths: [join(home, 'fonts')] }] });
const source = readFileSync(join(home, 'src/release.typ'), 'utf8');
/** Total revenues, as every statement prints them. */
const figure = '10,568,342';
if (!source.includes(figure)) throw new Error(`bench: ${home}/src/release.typ does not print ${figure}`);

function set(mainFileContent) {
  const started = performance.now();
  const compiled = compiler.compile({ mainFileContent });
  if (!compiled.result) throw new Error('bench: Typst cannot set the release');
  compiler.pdf(compiled.result, { pdfTags: true });
  return { ms: performance.now() - started };
}

const questions = {
  edit({ i }) {
    const answer = set(source.replace(figure, `10,${String(568_342 + i).replace(/(?=...$)/, ',')}`));
    // As its own watcher does: what ten documents did not use is forgotten.
    compiler.evictCache(10);
    return answer;
  },
  other({ i }) {
    compiler.evictCache(0);
    return set(source.replace(figure, `10,${String(600_000 + i).replace(/(?=...$)/, ',')}`));
  },
};

process.on('message', ({ ask, ...given }) => {
  try {
    process.send(questions[ask](given));
  } catch (fault) {
    process.send({ fault: String(fault) });
  }
});
process.send({ ready: true });
