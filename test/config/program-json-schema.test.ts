import { expect, test } from 'vitest';
import { programJsonSchema } from '../../src/config/program-json-schema.ts';

test('editors check program files by the shape Muster reads (npx vitest run test/config -u writes it anew)', async () => {
  await expect(programJsonSchema()).toMatchFileSnapshot('../../infra/program.schema.json');
});
