// Turn a schema's definition into one that is built at first use, so that a command pays only for the files it reads.

/** Runs `make` once, when first asked. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
