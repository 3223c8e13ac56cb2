/** Served from the package's own folder under this name, so that the browser needs no import map. */
export { Idiomorph } from 'idiomorph';
