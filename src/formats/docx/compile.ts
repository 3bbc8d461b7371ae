import {type Document, Packer} from 'docx';
import type {HandWrittenPart} from './parts.ts';

/** The parts of a package by path: XML as text, a picture as bytes. */
export type PackageParts = ReadonlyMap<string, string | Uint8Array>;

/**
 * The parts that docx makes of a document, before it zips them.
 *
 * docx hands its parts out zipped only, and unzipping and zipping them again for the seal took a seventh of a build. What
 * makes them is no public interface, so the package is pinned exactly, and a test holds this against what docx zips.
 *
 * @param handWritten parts that take the place of docx's own
 */
export function compileParts(document: Document, handWritten: readonly HandWrittenPart[]): PackageParts {
  const {compiler} = Packer as unknown as {readonly compiler: Compiler};
  const parts = compiler.compile(document, undefined, handWritten);
  return new Map([...parts].map(([path, data]) => [path, typeof data === 'string' ? data : bytesOf(data)]));
}

interface Compiler {
  compile(
    document: Document,
    prettify: undefined,
    overrides: readonly HandWrittenPart[],
  ): ReadonlyMap<string, string | Uint8Array | ArrayBuffer>;
}

function bytesOf(data: Uint8Array | ArrayBuffer): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
