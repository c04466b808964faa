// Turn a document of Typst into a tagged PDF, once, as a program that is started for it does.
// usage: node typst-once.mjs PEER_HOME SOURCE.typ OUT.pdf
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [home, source, out] = process.argv.slice(2);
const require = createRequire(join(home, 'package.json'));
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: home, fontArgs: [{ fontPaths: [join(home, 'fonts')] }] });
const compiled = compiler.compile({ mainFileContent: readFileSync(source, 'utf8') });
if (!compiled.result) throw new Error('bench: Typst cannot set the release');
writeFileSync(out, compiler.pdf(compiled.result, { pdfTags: true }));
