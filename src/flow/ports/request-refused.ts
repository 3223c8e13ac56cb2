/** A request that is not carried out, and is the sender's matter: `sentence` is shown, under an HTTP status. */
export class RequestRefused extends Error {
  readonly status: 400 | 403 | 404 | 405 | 415 | 503;
  constructor(sentence: string, status: RequestRefused['status'] = 400) {
    super(sentence);
    this.name = 'RequestRefused';
    this.status = status;
  }
}
