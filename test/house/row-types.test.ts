import { expect, test } from 'vitest'
import { rowTypes } from './row-types.ts'
import { emptyDatabase } from '../support/database.ts'

test('the row types are those of the migrated database', async () => {
  const databases = await emptyDatabase()
  await expect(await rowTypes(databases.ownerPool)).toMatchFileSnapshot(
    '../../src/platform/tables.generated.ts',
  )
})
