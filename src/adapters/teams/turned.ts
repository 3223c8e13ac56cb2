/** A request that is turned away: the sender's matter, answered with its status and a sentence. Nothing was recorded. */
export class Turned extends Error {
  readonly status: 400 | 401 | 403 | 405 | 413 | 503;
  constructor(status: Turned['status'], sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'Turned';
    this.status = status;
  }
}
