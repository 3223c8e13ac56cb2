/**
 * The manifests ask for what the code uses and nothing else. They are checked against Slack's own types of a manifest, as its
 * SDK brings them; lengths and patterns, which types do not know, are written down here.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requiredScopes } from '../../../src/adapters/slack/scopes.ts';
import { typeFaults } from '../../support/type-checked.ts';

const address = z.url({ protocol: /^https$/ }).refine((url) => url.endsWith('/slack/events'));
const manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
    long_description: z.string().min(175).max(4_000),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(true),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          url: address.optional(),
          description: z.string().max(2_000),
          usage_hint: z.string().max(1_000),
          should_escape: z.literal(false),
        }),
      )
      .length(1),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: address.optional(), bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address.optional() }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});

const written = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../infra/slack/${name}`, import.meta.url), 'utf8'));
const read = (name: string) => manifest.parse(written(name));
const slackType = { file: 'node_modules/@slack/web-api/dist/types/request/manifest.d.ts', type: 'Manifest' };

describe.each(['manifest.json', 'manifest.socket-mode.json'])('%s', (name) => {
  it('asks for the scopes the doctor looks for, and for the events we hear', () => {
    const { oauth_config, settings, features } = read(name);
    expect(oauth_config.scopes.bot).toEqual([...requiredScopes]);
    expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(
      [
        'app_home_opened',
        'app_uninstalled',
        'channel_shared',
        'channel_unshared',
        'tokens_revoked',
        'user_change',
      ].toSorted(),
    );
    const addresses = [
      features.slash_commands[0]?.url,
      settings.interactivity.request_url,
      settings.event_subscriptions.request_url,
    ];
    expect(addresses.every((url) => (url === undefined) === settings.socket_mode_enabled)).toBe(true);
  });

  it('is what Slack itself calls a manifest', async () => {
    const given = written(name);
    expect(await typeFaults(given, slackType)).toBe('');
    const unknown = {
      ...given,
      oauth_config: { scopes: { bot: [...given.oauth_config.scopes.bot, 'everything:read'] } },
    };
    expect(await typeFaults(unknown, slackType)).toContain('everything:read');
    const misspelt = { ...given, settings: { ...given.settings, socket_mode_enable: true } };
    expect(await typeFaults(misspelt, slackType)).toContain('socket_mode_enable');
  });

  it('has each scope and event explained', () => {
    const docs = readFileSync(new URL('../../../docs/slack.md', import.meta.url), 'utf8');
    const { oauth_config, settings } = read(name);
    for (const asked of [...oauth_config.scopes.bot, ...settings.event_subscriptions.bot_events])
      expect(docs).toContain(`\`${asked}\``);
  });
});
