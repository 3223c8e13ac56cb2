/** Every page of the workspace. Reading changes nothing. */

import { type Request, Router } from 'express';
import { RequestRefused } from '../../flow/ports/request-refused.ts';
import { newOnce } from './acts.ts';
import { conversationAt, direct, pageAt } from './addresses.ts';
import { currentNote } from './current-note.ts';
import { type House, houseOf, residentsOf } from './house.ts';
import type { Kit } from './kit.ts';
import { ledgerOf } from './ledger.ts';
import { linesOf } from './lines.ts';
import { Conversation } from './pages/conversation.tsx';
import { DeliveriesPage } from './pages/deliveries.tsx';
import { BarePage, Layout } from './pages/layout.tsx';
import { RecordPage } from './pages/record.tsx';
import { StatePage } from './pages/state.tsx';
import { recordLines } from './record-lines.ts';
import { goOn, sendPage } from './respond.ts';

const messagesShown = { usually: 40, all: 500 };
const eventsPerPage = 50;

export function pageRoutes(kit: Kit): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    const [first] = residentsOf(await kit.directory.people());
    if (first) goOn(response, conversationAt(first.key, direct));
    else sendPage(response, <NobodyHere />);
  });
  router.get('/as/:as', async (request, response) => {
    const house = await enter(kit, request);
    const place = { path: direct, title: 'Muster', about: `direct messages to ${called(house)}` };
    sendPage(response, await conversation(kit, house, { ...place, all: 'all' in request.query }));
  });
  router.get('/as/:as/channel/:program', async (request, response) => {
    const house = await enter(kit, request);
    const program = house.programs.find(({ id, settings }) => id === request.params.program && settings.channel);
    if (!program) throw new RequestRefused('There is no such channel.', 404);
    const title = `# ${program.settings.channel?.name ?? program.settings.channel?.id ?? program.id}`;
    const place = { path: program.id, title, about: `the team channel of ${program.settings.title}` };
    sendPage(response, await conversation(kit, house, { ...place, all: 'all' in request.query }));
  });
  router.get('/as/:as/state', async (request, response) => {
    const house = await enter(kit, request);
    sendPage(response, framed(house, 'state', 'State', <StatePage house={house} />));
  });
  router.get('/as/:as/record', async (request, response) => {
    const house = await enter(kit, request);
    sendPage(response, framed(house, 'record', 'Record', await record(kit, house, textIn(request, 'before'))));
  });
  router.get('/as/:as/deliveries', async (request, response) => {
    const house = await enter(kit, request);
    const page = <DeliveriesPage house={house} {...(await ledgerOf(kit, house))} />;
    sendPage(response, framed(house, 'deliveries', 'Deliveries', page));
  });
  return router;
}

async function enter(kit: Kit, request: Request): Promise<House> {
  const house = await houseOf(kit, { as: String(request.params['as']), review: textIn(request, 'review') });
  if (!house) throw new RequestRefused('Nobody of that name is here.', 404);
  return house;
}

type Place = { readonly path: string; readonly title: string; readonly about: string; readonly all: boolean };

async function conversation(kit: Kit, house: House, { path: place, title, about, all }: Place) {
  const { viewer } = house;
  const most = all ? messagesShown.all : messagesShown.usually;
  const { lines, earlier } = await linesOf(kit, { viewer, place, most });
  const where = {
    path: conversationAt(viewer.key, place),
    current: place,
    title: place === direct ? `${title} · ${viewer.name}` : title,
  };
  const shown = {
    house,
    place,
    title,
    about,
    lines,
    earlier,
    once: newOnce(),
    note: currentNote(kit.asides, viewer.id, lines),
  };
  return (
    <Layout house={house} where={where}>
      <Conversation {...shown} />
    </Layout>
  );
}

async function record(kit: Kit, house: House, before: string | undefined) {
  const filter = { limit: eventsPerPage + 1, ...(before !== undefined && { before }) };
  const rows = await kit.readings.record(filter);
  const shown = rows.slice(0, eventsPerPage);
  const lines = await recordLines(kit, shown, house.people);
  return <RecordPage house={house} lines={lines} older={rows.length > shown.length ? shown.at(-1)?.id : undefined} />;
}

function framed(house: House, current: 'state' | 'record' | 'deliveries', title: string, page: preact.JSX.Element) {
  return (
    <Layout house={house} where={{ path: pageAt(house.viewer.key, current), current, title }}>
      {page}
    </Layout>
  );
}

function called({ viewer }: House): string {
  return viewer.title ? `${viewer.name}, ${viewer.title}` : viewer.name;
}

function textIn(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value.length <= 200 ? value : undefined;
}

function NobodyHere() {
  return (
    <BarePage title="Nobody here yet">
      <h1>Nobody is here yet</h1>
      <p>No program names people of the workspace. Start Muster with its demo program, or add one of your own.</p>
    </BarePage>
  );
}
