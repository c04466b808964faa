// Turn the types of ascii-script.mjs into what tests know of it.

/** A source map as a bundler writes it; only `mappings` is looked at. */
export interface Map {
  readonly mappings: string;
}

export function asciiScript<M extends Map>(code: string, map: M): { readonly code: string; readonly map: M };
