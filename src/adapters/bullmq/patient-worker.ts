/** A worker that takes a breath after it could not ask for a job. */
import { type IQueueBackend, type JobProgress, Worker } from 'bullmq';

/** In milliseconds. */
const breath = 1000;

/**
 * BullMQ asks again at once, unless the error is one of the two it takes for a lost connection: with Postgres gone, or
 * Redis full, that is thousands of attempts and log lines a second, and no turn for anything else in the process.
 */
export class PatientWorker<B extends IQueueBackend, C> extends Worker<unknown, void, string, B, JobProgress, C> {
  protected override async moveToActive(token: string, name?: string) {
    try {
      return await super.moveToActive(token, name);
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, breath));
      throw error;
    }
  }
}
