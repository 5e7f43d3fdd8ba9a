import { day } from '../../src/platform/day.ts'
import type { Told } from '../bank.ts'
import { cast } from '../cast.ts'
import { answers, budgetBegins, handsIn } from '../events.ts'
import type { Life } from '../life.ts'
import { icb } from '../organisations.ts'

/** Priya and Anil Shah: twins, one surname and one birthday, two lives that nobody may ever mix up. */

const bornOn = '1996-05-17'

export const priya = cast<'support'>({
  no: 7,
  person: { givenName: 'Priya', familyName: 'Shah', bornOn, nhsNumber: '9990002614', phone: '01632 960 107' },
  plan: {
    agreedOn: '2026-03-12',
    lines: {
      support: {
        name: 'Support at home',
        whatFor: 'Mornings and evenings, with Leila.',
        outcome: 'I run my shop',
        amount: '310.00',
        per: 'week',
        usualPayees: ['Leila Haddad'],
      },
    },
  },
  account: {
    kind: 'own',
    name: 'Priya’s support account',
    sortCode: '040075',
    number: '69314718',
    openedOn: '2026-03-19',
  },
  budget: {
    from: '2026-04-01',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'CHC-DP',
    nhsPercent: 100,
    held: { way: 'direct', employer: 'person' },
  },
})

export const anil = cast<'support' | 'music'>({
  no: 8,
  person: { givenName: 'Anil', familyName: 'Shah', bornOn, nhsNumber: '9990002983', phone: '01632 960 107' },
  coordinator: 'otherCoordinator',
  plan: {
    agreedOn: '2026-03-12',
    lines: {
      support: {
        name: 'Support at home',
        whatFor: 'Nights, when the seizures come.',
        outcome: 'My sister can sleep',
        amount: '540.00',
        per: 'week',
        usualPayees: ['Vale Night Care'],
      },
      music: {
        name: 'Music',
        whatFor: 'Tabla lessons.',
        outcome: 'Something that is mine',
        amount: '60.00',
        per: 'month',
        usualPayees: ['R Das'],
      },
    },
  },
  account: {
    kind: 'own',
    name: 'Anil’s support account',
    sortCode: '040075',
    number: '16449340',
    openedOn: '2026-03-19',
  },
  budget: {
    from: '2026-04-01',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'CHC-DP',
    nhsPercent: 100,
    held: { way: 'direct', employer: 'agency' },
  },
})

const priyas: Told[] = [
  ['2026-04-01', 'NHS BARSET AND VALE PHB', '1347.02'],
  ['2026-04-30', 'LEILA HADDAD', '-1240.00'],
]

const anils: Told[] = [
  ['2026-04-01', 'NHS BARSET AND VALE PHB', '2406.43'],
  ['2026-04-14', 'R DAS TABLA', '-15.00'],
  ['2026-04-21', 'R DAS TABLA', '-15.00'],
  ['2026-04-30', 'VALE NIGHT CARE', '-2160.00'],
]

export const shahsLives: Life = [
  [day('2026-03-12'), priya.becomesKnown],
  [day('2026-03-12'), anil.becomesKnown],
  [day('2026-03-24'), (world) => budgetBegins(world, priya)],
  [day('2026-03-24'), (world) => budgetBegins(world, anil)],
  [
    day('2026-05-04'),
    async (world) => {
      await handsIn(world, priya, 'april.ofx', '0.00', priyas)
      await answers(world, priya, 'LEILA HADDAD', 'support', true)
      await handsIn(world, anil, 'april.ofx', '0.00', anils)
      await answers(world, anil, 'R DAS TABLA', 'music', true)
      await answers(world, anil, 'VALE NIGHT CARE', 'support', true)
    },
  ],
]
