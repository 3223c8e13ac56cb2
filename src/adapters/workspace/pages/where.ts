/** Which page this is: for its title, its place in the rail, and the way back to it. */
export type Where = {
  /** The page's own path, so that the clock can bring people back to it. */
  readonly path: string;
  /** `direct`, a program's id for its channel, or the page's name. */
  readonly current: string;
  readonly title: string;
};
