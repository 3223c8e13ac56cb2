/** Something to ask and something to fill, for trying this Slack out. */
export const plain = (said: string) => ({ type: 'plain_text', text: said }) as const;
export const button = (said: string) =>
  ({ type: 'button', text: plain(said), action_id: `press ${said}`, value: 'v1' }) as const;
export const section = (said: string) => ({ type: 'section', text: { type: 'mrkdwn', text: said } }) as const;
export const question = (said: string) => [
  section(said),
  { type: 'actions' as const, elements: [button('Yes'), button('No')] },
];
export const modal = (title: string) => ({
  type: 'modal' as const,
  title: plain(title),
  submit: plain('Save'),
  notify_on_close: true,
  blocks: [
    {
      type: 'input' as const,
      block_id: 'reason',
      label: plain('Why?'),
      element: { type: 'plain_text_input' as const, action_id: 'said' },
    },
    {
      type: 'input' as const,
      block_id: 'who',
      optional: true,
      label: plain('Who?'),
      element: { type: 'users_select' as const, action_id: 'person' },
    },
  ],
});
