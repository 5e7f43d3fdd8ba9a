import { expect, test } from 'vitest'
import { firstDay, seedWorld } from '../../world/seed.ts'
import { daniel } from '../../world/lives/daniel.ts'
import { ewa } from '../../world/lives/ewa.ts'
import { george } from '../../world/lives/george.ts'
import { leah } from '../../world/lives/leah.ts'
import { margaret } from '../../world/lives/margaret.ts'
import { mohammed } from '../../world/lives/mohammed.ts'
import { ahmad, chloe, jack, thomas } from '../../world/lives/others.ts'
import { ruth } from '../../world/lives/ruth.ts'
import { anil, priya } from '../../world/lives/shahs.ts'
import { sofia } from '../../world/lives/sofia.ts'
import { amina } from '../../world/lives/amina-plan.ts'
import { anEmptyTown } from '../support/app.ts'
import { checkEverything } from '../support/check-everything.ts'
import { ledgerOf } from '../support/ledger.ts'
import { browser } from '../support/web.ts'

const everybody = {
  amina,
  leah,
  george,
  margaret,
  daniel,
  sofia,
  priya,
  anil,
  ewa,
  mohammed,
  ruth,
  chloe,
  jack,
  ahmad,
  thomas,
}

/** What `npm start` opens with on a fresh machine. */
test('the synthetic ICB lives its fifteen lives, and each of its people can sign in', async () => {
  const town = await anEmptyTown()
  await seedWorld(town.platform)
  expect(firstDay).toBe('2026-07-01')
  for (const [name, { person, personId, themself }] of Object.entries(everybody)) {
    const knownAs = person.knownAs ?? person.givenName
    const home = await browser(town).signIn(`${knownAs} ${person.familyName}`)
    expect(home.heading).toBe(`Hello, ${knownAs}`)
    await expect(await ledgerOf(town, themself(), personId)).toMatchFileSnapshot(
      `synthetic-icb/${name}.ledger`,
    )
  }
  await checkEverything(town)
})
