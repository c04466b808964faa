// Turn the part of WebAssembly that starts the PDF reader into types: those of the language come with a browser's alone.
declare namespace WebAssembly {
  /** A compiled program. */
  type Module = object;
  /** Functions that a program calls, by the names that it has for them. */
  type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What a program offers: functions, its memory. */
  type Exports = Readonly<Record<string, unknown>>;

  /** On another thread; rejects where the bytes are no program. */
  function compile(bytes: Uint8Array): Promise<Module>;

  /** A program that runs, with a memory of its own. */
  class Instance {
    constructor(program: Module, imports: Imports);
    readonly exports: Exports;
  }
}
