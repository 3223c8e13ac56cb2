import { alarmsContract } from '../../support/alarms-contract.ts';
import { pgliteWorld } from './pglite-world.ts';

alarmsContract('the embedded database', pgliteWorld);
