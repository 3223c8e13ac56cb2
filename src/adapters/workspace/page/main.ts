/** Makes the server's pages feel like a chat. Without it every link and form still works; here is nothing they need. */
import { keepDialog } from './dialog.ts';
import { keepLive } from './live.ts';
import { showLatest } from './scroll.ts';
import { takeSubmissions } from './submit.ts';

takeSubmissions();
keepDialog();
keepLive();
showLatest();
