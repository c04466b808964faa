// Turn a matrix, or the one that it is like, into the rows and columns that it has, and the file that types them.
import { say } from '../model/say.ts';
import type { YamlFile } from '../model/sources.ts';
import type { MatrixBody } from './build-matrix.ts';
import { checkSchema } from './check-schema.ts';
import type { Report } from './codes.ts';
import { type MatrixData, matrixOrientation, matrixSchema } from './schema/statement.ts';
import { type Scope, scopeOf } from './scope.ts';

/** Undefined, and reported, where the other file is no matrix with rows of its own; what is wrong in that file it tells itself. */
export function matrixBody(data: MatrixData, like: YamlFile | undefined, scope: Scope, report: Report): MatrixBody | undefined {
  if (data.like === undefined) return { data, scope };
  const path = ['like'];
  if (!like) {
    scope.fail({
      code: 'validate/unknown-statement',
      message: say`statement ${data.like} is not known`,
      path,
      hints: ['name a file of statements/'],
    });
    return undefined;
  }
  const other = isMatrix(like.value) ? checkSchema(matrixSchema(scope.names.languages), like, () => {}) : undefined;
  if (!other || other.like !== undefined) {
    if (other || !isMatrix(like.value)) {
      const message = say`${data.like} is no matrix with rows and columns of its own`;
      scope.fail({ code: 'validate/unknown-statement', message, path, hints: ['name the matrix that types them'] });
    }
    return undefined;
  }
  return { data: other, scope: scopeOf(like, scope.names, report) };
}

const isMatrix = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'orientation' in value && value.orientation === matrixOrientation;
