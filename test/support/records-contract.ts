/** What the records promise, whatever they stand on: memory, the embedded database, or a server. */
import { afterAll, beforeAll, describe } from 'vitest';
import { appendingContract } from './records-appending.ts';
import { archiveContract } from './records-archive.ts';
import { drawingsContract } from './records-drawings.ts';
import { peopleContract } from './records-people.ts';
import { readingsContract } from './records-readings.ts';
import { smallChecklist } from './records-scene.ts';
import type { Records } from './records-set.ts';
import { textsContract } from './records-texts.ts';

/** One set of records that another process has open too, as far as this ground can pretend that. */
export type RecordsGround = { readonly records: Records; readonly elsewhere: Records; close(): Promise<void> };

export function recordsContract(name: string, makeRecords: () => Promise<RecordsGround>): void {
  describe(name, () => {
    let ground: RecordsGround | undefined;
    beforeAll(async () => {
      ground = await makeRecords();
      await ground.records.checklists.keep(smallChecklist);
    });
    afterAll(() => ground?.close());
    const opened = () => ground ?? missing();
    const here = () => opened().records;
    const elsewhere = () => opened().elsewhere;
    appendingContract(here, elsewhere);
    textsContract(here, elsewhere);
    readingsContract(here);
    peopleContract(here);
    drawingsContract(here);
    archiveContract(here);
  });
}

function missing(): never {
  throw new Error('The records were not opened.');
}
