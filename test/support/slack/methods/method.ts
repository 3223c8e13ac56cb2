/** One Web API method: reads what it was given, changes the world, answers. */
import type { Answer } from '../answer.ts';
import type { Fields } from '../json.ts';
import type { World } from '../world.ts';

export type Method = (world: World, args: Fields) => Answer;
