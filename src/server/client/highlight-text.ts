// Turn narratives and layouts into coloured text: expressions, tags, headings; YAML has a grammar of its own.
import { StreamLanguage, type StreamParser } from '@codemirror/language';

/** Nothing is remembered between lines but that an expression is open. */
interface State {
  inside: boolean;
}

const parser: StreamParser<State> = {
  startState: () => ({ inside: false }),
  token(stream, state) {
    if (state.inside) {
      if (stream.match('}}')) {
        state.inside = false;
        return 'brace';
      }
      if (stream.match(/^"[^"]*"|^'[^']*'/)) return 'string';
      if (stream.match(/^[\w.-]+(?==)/)) return 'propertyName';
      if (stream.match(/^[#/]?[A-Za-z][\w.@-]*/)) return 'keyword';
      stream.next();
      return null;
    }
    if (stream.match('{{!--')) {
      if (!stream.skipTo('--}}')) stream.skipToEnd();
      else stream.match('--}}');
      return 'comment';
    }
    if (stream.match('{{')) {
      state.inside = true;
      return 'brace';
    }
    if (stream.sol() && stream.match(/^#{1,6}\s/)) {
      while (!stream.eol() && !stream.match('{{', false)) stream.next();
      return 'heading';
    }
    if (stream.match(/^<\/?[A-Za-z][^>{]*>?/)) return 'tagName';
    stream.next();
    stream.eatWhile(/[^{<#]/);
    return null;
  },
};

export const proseLanguage = StreamLanguage.define(parser);
