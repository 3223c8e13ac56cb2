/** How every worker of ours runs, whatever it stands on. */
export const workerOptions = {
  /** Alarms mostly wait for the database or a platform; more at once than the pool has connections gains nothing. */
  concurrency: 10,
  /** Milliseconds until a worker whose server was gone tries again. BullMQ's own 15 seconds are long to look at. */
  runRetryDelay: 3000,
} as const;
