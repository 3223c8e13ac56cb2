/** Slack's own types under the names this room uses. */
import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;
export type Button = types.Button;
export type Modal = types.ModalView;
export type Home = types.HomeView;
export type Option = types.PlainTextOption;
