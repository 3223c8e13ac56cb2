/** The office of this process: what the terminal asks, answered from the records at hand. */
import { userInfo } from 'node:os';
import { postgresArchive } from '../adapters/postgres/postgres-archive.ts';
import { rebuild } from '../adapters/postgres/rebuild.ts';
import { verifyDatabase } from '../adapters/postgres/verify-database.ts';
import { isRefusal } from '../domain/event.ts';
import { exportReview } from '../flow/export.ts';
import type { Office } from '../flow/office.ts';
import { preview } from '../flow/office/preview.ts';
import { programRows } from '../flow/office/program-rows.ts';
import { statusReports } from '../flow/office/status-reports.ts';
import type { House } from './house.ts';
