/** The public interface of opcit as a library: the pipeline, the lists of profiles and formats, and the types that flow. */
export type {Bibliography, Entry, Name} from './bibliography/types.ts';
export type {StyleFile} from './citation/styles/types.ts';
export type {Citations, Cite, CiteForm, Resolution} from './citation/types.ts';
export type {Artifact, Format} from './formats/format.ts';
export {type FormatId, formatIds, formats} from './formats/index.ts';
export type {Rule, RuleDocs, RuleGroup, Subject} from './lint/rule.ts';
export {rules} from './lint/rules/index.ts';
export type {FrontMatter, Manuscript, Note, NoteReference} from './manuscript/types.ts';
export {
  type Built,
  type BuiltFile,
  build,
  type Inputs,
  type Linted,
  lint,
  read,
  readManuscript,
} from './pipeline.ts';
export {findProfile, profiles, withRules} from './profiles/index.ts';
export type {Firmness, Profile, Ruled} from './profiles/profile.ts';
export type {Block, Inline, Publication, PublishedNote} from './publication/types.ts';
export type {Applicability, Diagnostic, Fix, RelatedPlace, Reported, Severity} from './text/diagnostic.ts';
export type {TextEdit} from './text/edit.ts';
export {indexPositions, type Position, type PositionIndex} from './text/position.ts';
export type {SourceText} from './text/source.ts';
export type {Span} from './text/span.ts';
