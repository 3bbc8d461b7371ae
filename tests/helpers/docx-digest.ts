import {createHash} from 'node:crypto';
import {docx} from '../../src/formats/docx/index.ts';
import {torturePublication} from './docx-torture.ts';

/** Prints the digest of the torture document, for a test that compares processes. */
const {bytes} = await docx.write(torturePublication());
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
