// Turn the grammar of Handlebars into a typed module of its own: loading the compiler and the runtime as well would cost three times as long.
/// <reference types="handlebars" />
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  export function parse(input: string): hbs.AST.Program;
}
