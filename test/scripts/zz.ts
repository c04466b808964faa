import { writeFileSync } from 'node:fs';
import { textPairs } from '../support/foreign-pdfs/text-pairs.ts';
for (const p of textPairs) if (process.argv.slice(2).some((n) => p.name.includes(n))) { const [a, b] = await p.make(); writeFileSync('/tmp/wb-try/a.pdf', a); writeFileSync('/tmp/wb-try/b.pdf', b); }
