/** What Slack does with the answer to a sent modal. */
import { type Fields, fields, isFields, text } from '../json.ts';
import { limits } from '../limits.ts';
import type { Told } from '../telling.ts';
import { changedView, givenView, newView, put } from '../views.ts';
import type { View, World } from '../world.ts';

const where = 'view_submission answer';

/** Answers the errors at the fields, by label. When the app did not answer, the modal stays and says so. */
export function answerSubmission(world: World, view: View, told: Told): Readonly<Record<string, string>> {
  if (told.status !== 200) return {};
  if (told.text !== '' && told.text !== '{}' && !told.body['response_action'])
    complain(world, `no response_action: ${told.text}`);
  switch (told.body['response_action'] ?? 'close') {
    case 'close':
      close(world, view);
      return {};
    case 'clear':
      world.modals.set(view.user, []);
      return {};
    case 'errors':
      return errorsAtFields(world, view, told.body['errors']);
    case 'update':
    case 'push':
      next(world, view, told.body);
      return {};
    default:
      complain(world, `an unknown response_action: ${told.text}`);
      return {};
  }
}

function close(world: World, { user, id }: View): void {
  world.modals.set(
    user,
    (world.modals.get(user) ?? []).filter((each) => each.id !== id),
  );
}

function next(world: World, view: View, body: Fields): void {
  const given = givenView(world, body, where);
  if ('ok' in given) return;
  if (body['response_action'] === 'update') put(world, changedView(world, view, given.view));
  else {
    const stack = world.modals.get(view.user) ?? [];
    if (stack.length >= limits.view.stack) complain(world, 'push_limit_reached');
    else world.modals.set(view.user, [...stack, newView(world, view.user, given.view, view)]);
  }
}

function errorsAtFields(world: World, view: View, errors: unknown): Readonly<Record<string, string>> {
  if (!isFields(errors) || Object.keys(errors).length === 0) complain(world, 'errors without an error');
  const labelled = Object.entries(fields(errors)).map(([id, says]): [string, string] => {
    const block = view.blocks.find((each) => each['block_id'] === id && each['type'] === 'input');
    if (!block) complain(world, `an error at ${id}, where there is no input`);
    if (typeof says !== 'string' || says === '') complain(world, `an error at ${id} that says nothing`);
    return [text(fields(block?.['label'])['text']) || id, text(says)];
  });
  return Object.fromEntries(labelled);
}

function complain({ violations }: World, says: string): void {
  violations.push({ in: where, says });
}
