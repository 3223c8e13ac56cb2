import { expect, it } from 'vitest';
import { jsonSchemaText, schemaNames } from '../../../src/adapters/checklist-files/json-schemas.ts';

// After a change of the shapes: npx vitest run test/adapters/checklist-files/json-schemas.test.ts --update
it.each(schemaNames)('the schema editors use is current: %s', async (name) => {
  await expect(jsonSchemaText(name)).toMatchFileSnapshot(`../../../questions/${name}.schema.json`);
});
