import type { Document, DocumentKind } from '../text/document.ts';
import { A_DIFF, isMarkedChange } from './diff.ts';
import { collected, type Heading } from './headings.ts';
import { looksLikeIni, looksLikeNginx } from './likeness.ts';
import { namedByConfig } from './named-logs.ts';
import { commandPath, madeUpPath, uniquePath } from './paths.ts';
import { isForeignIni, kindByName, NOTHING, recognise, type Recognition } from './recognise.ts';
import { runsOf } from './runs.ts';
import { segmentsOf } from './segments.ts';

export interface Input {
  readonly path: string;
  readonly text: string;
  readonly kind?: DocumentKind;
}

interface Piece extends Recognition {
  /** null: it came without a name. */
  readonly path: string | null;
  readonly text: string;
}

/** Names that the page, the command line and `-` give to what has none. */
const NAMELESS = /^(?:|-|<stdin>|stdin|paste[\w.-]{0,20}|clipboard[\w.-]{0,20}|untitled[\w.-]{0,20})$/i;

const isBlank = (text: string): boolean => text.trim() === '';

/** What a heading says of its piece: the path to show and the words to recognise the kind by. */
function named(heading: Heading): { path: string | null; promise: string } {
  if (heading.form === 'fence')
    return { path: heading.name.includes('.') ? heading.name : null, promise: heading.name };
  if (heading.form === 'prompt' && heading.kept) return { path: commandPath(heading.name), promise: heading.name };
  const piece = collected(heading.name);
  if (piece === null) return { path: heading.name, promise: heading.name };
  return { path: piece.file ?? piece.name, promise: piece.file ?? piece.command };
}

/** What `nginx -T`, `tail` and our collector put under a heading is one document. */
function namedPieces(heading: Heading, text: string): Piece[] {
  const { path, promise } = named(heading);
  if (heading.form === 'dump') return [{ kind: 'nginx', recognisedBy: 'nginx -T named it', path, text }];
  if (!heading.kept && isBlank(text) && kindByName(promise) === null && !promise.includes('/')) return [];
  // The collector's heading above the headings of `nginx -T` has nothing of its own to say.
  if (heading.kept && /-T$/.test(promise) && text.trim().split('\n').length === 1) return [];
  return [{ ...recognise(promise, text), path, text }];
}

/** Lines that only look like a daemon's: a change shown with `+` and `-`, a script, rules of a monitoring. */
function misjudged(kind: DocumentKind, text: string, promised: DocumentKind | null): Recognition | null {
  const nginx = kind === 'nginx';
  if (!nginx && kind !== 'fpm' && kind !== 'php-ini') return null;
  if (isMarkedChange(text)) return { kind: 'unknown', recognisedBy: A_DIFF };
  return kind === promised || (nginx ? looksLikeNginx(text) : looksLikeIni(text)) ? null : NOTHING;
}

/**
 * Under a heading of a person or a terminal several things may follow, and words about them: the first run of the kind
 * that the name promises (without a promise: the first that is not prose) is the file, the others stand for themselves.
 */
function piecesOf(heading: Heading | null, text: string, trusted: boolean): Piece[] {
  const { path, promise } = heading === null ? { path: null, promise: '' } : named(heading);
  if (heading !== null && isBlank(text)) return [];
  const promised = kindByName(promise);
  if (heading?.form === 'prompt' && heading.kept) return [{ ...recognise(promise, text), path, text }];
  const pieces = runsOf(text).map((run): Piece => {
    const found = recognise('', run.text);
    const kind = isForeignIni(run.text) ? found.kind : (run.kind ?? found.kind);
    const judged = trusted ? null : misjudged(kind, run.text, promised);
    return { kind, recognisedBy: found.recognisedBy, ...judged, text: run.text, path: null };
  });
  const only = pieces[0];
  if (pieces.length === 1 && only !== undefined) {
    const open = only.kind === 'unknown' && only.recognisedBy !== A_DIFF;
    return [open && path !== null ? { ...recognise(promise, text), path, text } : { ...only, path }];
  }
  const bearer =
    pieces.find((piece) => piece.kind === promised || piece.recognisedBy === A_DIFF) ??
    (promised === null ? pieces.find((piece) => piece.kind !== 'unknown') : undefined);
  return pieces.map((piece) => (piece === bearer ? { ...piece, path } : piece));
}

/** Blank text between headings carries nothing; words that nobody recognised are kept together as one document. */
function gathered(pieces: readonly Piece[]): Piece[] {
  const nameless = (piece: Piece): boolean =>
    piece.kind === 'unknown' && piece.path === null && piece.recognisedBy !== A_DIFF;
  const prose = pieces.filter((piece) => nameless(piece) && !isBlank(piece.text));
  const rest = pieces.filter((piece) => piece.path !== null || (!nameless(piece) && !isBlank(piece.text)));
  if (prose.length === 0) return rest;
  return [
    ...rest,
    {
      ...NOTHING,
      path: null,
      text: prose.map((piece) => piece.text).join(''),
    },
  ];
}

function isStrong(heading: Heading | null): heading is Heading {
  return heading?.form === 'dump' || heading?.form === 'tail';
}

function documentsOf(input: Input): Piece[] {
  const nameless = NAMELESS.test(input.path) || input.path.endsWith('.txt') || input.path.endsWith('.md');
  const own = nameless ? null : input.path;
  if (input.kind !== undefined)
    return [{ path: input.path, text: input.text, kind: input.kind, recognisedBy: 'chosen by you' }];
  const named = own !== null && kindByName(own) !== null;
  const trusted = own !== null && /\.(?:conf|ini|vhost|cnf)\b/.test(own);
  const segments = segmentsOf(input.text);
  const headed = segments.some(({ heading }) => isStrong(heading));
  if ((named && !headed) || isBlank(input.text))
    return [{ path: input.path, text: input.text, ...recognise(input.path, input.text) }];
  const pieces = gathered(
    segments.flatMap(({ heading, text }) =>
      isStrong(heading) ? namedPieces(heading, text) : piecesOf(heading, text, trusted),
    ),
  );
  const only = pieces[0];
  if (pieces.length === 1 && only?.path === null && own !== null) return [{ ...only, path: own }];
  return pieces;
}

/**
 * Turns what was pasted or dropped into documents: splits `nginx -T`, `tail`, collector output, shell sessions, Markdown
 * and articles at their headings, and what has no heading by the looks of its lines. Nothing is refused: what nobody
 * recognises is a document of kind `unknown`. Paths are unique; a stated `kind` is believed and the text left whole.
 */
export function intake(inputs: readonly Input[]): Document[] {
  const taken = new Set<string>();
  const documents = inputs.flatMap(documentsOf).map(({ path, kind, text, recognisedBy }) => {
    const unique = uniquePath(path ?? (recognisedBy === A_DIFF ? 'changes.diff' : madeUpPath(kind)), taken);
    taken.add(unique);
    return { path: unique, kind, text, recognisedBy };
  });
  return namedByConfig(documents);
}
