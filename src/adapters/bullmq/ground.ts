/** What the queues stand on: Redis, a Postgres server, or the embedded database. */
import type { Job, JobsOptions } from 'bullmq';

/** A job's data is whatever stands in the queue, until it is parsed. */
export type AlarmJob = Pick<
  Job<unknown, void>,
  'id' | 'data' | 'attemptsMade' | 'attemptsStarted' | 'opts' | 'isDelayed' | 'promote'
>;

/** As much of BullMQ's queue as we use, whichever backend it has. */
export interface AlarmQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  getJob(id: string): Promise<AlarmJob | undefined>;
  close(): Promise<void>;
}

export interface AlarmWorker {
  waitUntilReady(): Promise<unknown>;
  on(event: 'failed', listener: (job: AlarmJob | undefined, error: Error) => void): unknown;
  close(): Promise<void>;
}

export type Process = (job: AlarmJob) => Promise<void>;

export interface Ground {
  queue(name: string): AlarmQueue;
  worker(name: string, process: Process): AlarmWorker;
  /** Rejects when the queue could take nothing now. */
  ping(): Promise<void>;
  /** After its queues and workers were closed, or would not close in time. */
  close(): Promise<void>;
}
