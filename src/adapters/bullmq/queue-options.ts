/** How our queues are kept and our workers run, whatever they stand on. */
/** BullMQ notes every step of a job for whoever would listen; nobody does. */
export const queueOptions = { streams: { events: { maxLen: 100 } } } as const;

export const workerOptions = {
  /** Alarms mostly wait for the database or a platform; more at once than the pool has connections gains nothing. */
  concurrency: 10,
  /** Milliseconds until a worker whose server was gone tries again. BullMQ's own 15 seconds are long to look at. */
  runRetryDelay: 3000,
} as const;
