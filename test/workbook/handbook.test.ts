// The map that the handbook of data files shows is one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import type { Finding } from '../../src/model/finding.ts';
import { lineStartsOf } from '../../src/model/line-starts.ts';
import { readImportMap } from '../../src/validate/validate-import-map.ts';
import { projectRoot } from '../support/sample.ts';

it('reads the map of the handbook', () => {
  const handbook = readFileSync(join(projectRoot, 'data/README.md'), 'utf8');
  const text = /```yaml\n(issuer: [\s\S]*?)```/.exec(handbook)?.[1] ?? '';
  const found: Finding[] = [];
  const file = parseYaml({ file: 'map.yaml', text, lineStarts: lineStartsOf(text) }, (finding) => found.push(finding));
  const map = file && readImportMap(file, (finding) => found.push(finding));
  expect(found).toEqual([]);
  expect(Object.keys(map?.sheets['Trial balance']?.rows ?? {})).toEqual(['1110', 'Deposits', 'Returns', 'Margin', 'Other']);
});
