import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { forgetful } from '../../../src/model/memory.ts';
import { ObjectWriter } from '../../../src/pdf/writing/object-writer.ts';
import { has, needing, withFile } from '../../support/tools.ts';

/** A catalog, a page tree of one page, its content, and `more` objects that nothing needs. */
function file(more: number): Promise<Uint8Array> {
  const writer = new ObjectWriter(forgetful);
  writer.put(1, '<< /Type /Catalog /Pages 2 0 R /More [5 0 R] >>');
  writer.put(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  writer.put(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>');
  writer.put(4, '<< /Length 14 >>', Buffer.from('0 0 9 9 re f\r\n'));
  for (let id = 5; id < 5 + more; id++) writer.put(id, `<< /Number ${id} >>`);
  return writer.finish({ count: 4 + more, root: '1 0 R', info: '2 0 R' });
}

describe('an object writer', () => {
  it.skipIf(!has('qpdf')).each([1, 195, 196, 197, 1000])(
    needing('qpdf', 'packs %i more objects into a file that reads back whole'),
    async (more) => {
      const objects = withFile(await file(more), (name) => {
        execFileSync('qpdf', ['--check', name], { stdio: 'pipe' });
        const json = execFileSync('qpdf', ['--json=2', '--json-key=qpdf', name], { encoding: 'utf8', maxBuffer: 1 << 26 });
        return (JSON.parse(json) as { qpdf: [unknown, { [id: string]: { value?: unknown } }] }).qpdf[1];
      });
      for (let id = 5; id < 5 + more; id++) expect(objects[`obj:${id} 0 R`]?.value).toEqual({ '/Number': id });
    },
  );

  it('takes less than a quarter of what plain objects would', async () => {
    const plain = '500 0 obj\n<< /Number 500 >>\nendobj\n'.length + '0000000000 00000 n \n'.length;
    expect((await file(1000)).length).toBeLessThan((1000 * plain) / 4);
  });

  it('refuses to end while an object is missing', async () => {
    await expect(new ObjectWriter(forgetful).finish({ count: 1, root: '1 0 R', info: '1 0 R' })).rejects.toThrow(
      'PDF object 1 was given out and never written',
    );
  });
});
