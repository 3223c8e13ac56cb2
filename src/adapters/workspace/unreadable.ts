/** A request that cannot be read: the sender's matter, answered with a sentence. `status` is what the server answers with. */
export class Unreadable extends Error {
  readonly status: 400 | 403 | 404 | 405 | 415 | 503;
  constructor(sentence: string, status: Unreadable['status'] = 400) {
    super(sentence);
    this.name = 'Unreadable';
    this.status = status;
  }
}
