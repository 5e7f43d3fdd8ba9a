import { expect } from 'vitest'
import { checkLaws } from '../../checks/index.ts'
import { verifyRecord } from '../../src/platform/record/verify.ts'
import type { Town } from './app.ts'

/** Every law holds and the record verifies: the last sentence of every story. */
export async function checkEverything({ platform }: Town): Promise<void> {
  expect(await checkLaws(platform.databases)).toEqual([])
  expect((await verifyRecord(platform.databases)).problems).toEqual([])
}
