/** What Muster may do in a workspace: the least that works. The manifest asks for the same. */

export const requiredScopes = [
  // Messages to people and to the team channel, and their redrawing.
  'chat:write',
  // The slash command.
  'commands',
  // Who it is that clicked.
  'users:read',
  // People are found by e-mail once.
  'users:read.email',
  // Whether Muster is in the team channel, and whether another organisation reads along.
  'channels:read',
  'groups:read',
] as const;
