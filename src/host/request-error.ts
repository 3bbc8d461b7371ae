/**
 * A request that cannot be carried out: no such file, a bad option, a bad configuration. Its message is one line that
 * names the file and says what to do; the command line prints it and exits with 2.
 */
export class RequestError extends Error {
  override readonly name: string = 'RequestError';
}
