/** App Home: what waits for whoever looks. Drawn when they open it, and after each act there. */
import type { Person } from '../../domain/people.ts';
import { failureOf } from './failures.ts';
import { readHomeOpened } from './inbox.ts';
import type { OpenKit } from './kit.ts';
import { addressOf, who } from './people.ts';
import type { Note } from './render-note.ts';
import { homeView, sayingHome } from './render-view.ts';

export async function onHomeOpened(kit: OpenKit, body: unknown): Promise<void> {
  const { tab, ...by } = readHomeOpened(body);
  if (tab !== 'home') return;
  try {
    const found = await who(kit, by);
    if ('person' in found) await publishHome(kit, found.person);
    else await publish(kit, by.user, sayingHome(found.asking));
  } catch (error) {
    // Slack has its acknowledgement, and somebody looks at what was drawn some other day.
    kit.log.error({ err: error }, 'App Home could not be drawn.');
    await publish(
      kit,
      by.user,
      sayingHome('Muster could not look up what waits for you just now. Come back in a minute.'),
    );
  }
}

export async function publishHome(kit: OpenKit, person: Person, note?: Note): Promise<void> {
  const view = { show: 'mine' } as const;
  const card = await kit.desk.card(view, person.id);
  await publish(kit, await addressOf(kit, person), homeView({ card, view, ...(note && { note }) }));
}

async function publish(kit: OpenKit, user: string, view: ReturnType<typeof homeView>): Promise<void> {
  try {
    await kit.clients.interactive.views.publish({ user_id: user, view });
  } catch (error) {
    kit.log.warn({ why: failureOf(error).why }, 'App Home could not be drawn.');
  }
}
