// Turn a project into what its releases make: the library. The stages of one release so far.
export { type Composed, compose, type ReleasePlace, type StageName, stageNames, type Watch } from './pipeline.ts';
