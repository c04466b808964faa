// Turn sources into what their release carried over, whatever else is still to be typed in it.
import type { Carried } from '../model/carried.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import type { Sources } from '../model/sources.ts';
import { buildCarried } from './build-carried.ts';
import { checkSchema } from './check-schema.ts';
import type { Report } from './codes.ts';
import { failIn } from './fail-in.ts';
import { carriedSchema } from './schema/carried.ts';

/** Undefined for a release that began with none, and where carried.yaml is at fault. */
export function carriedIn(sources: Sources, report: Report, memory: Memory = forgetful): Carried | undefined {
  const { carried: file } = sources;
  const data = file && checkSchema(carriedSchema(), file, report, memory);
  return file && data && buildCarried(data, file, sources, failIn(file, report));
}
