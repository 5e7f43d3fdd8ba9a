import { day } from '../../src/platform/day.ts'
import type { Told } from '../bank.ts'
import { cast } from '../cast.ts'
import { answers, budgetBegins, comesHome, goesToHospital, handsIn } from '../events.ts'
import type { Life } from '../life.ts'
import { council } from '../organisations.ts'

/** Leah Morgan, 26: NHS 70% and council 30%, and she pays towards the council's part (journey J5). */

export const leah = cast<'support'>({
  no: 2,
  person: {
    givenName: 'Leah',
    familyName: 'Morgan',
    bornOn: '1999-11-02',
    nhsNumber: '9990000026',
    phone: '01632 960 102',
    email: 'leah@example.invalid',
    councilId: council,
  },
  coordinator: 'otherCoordinator',
  plan: {
    agreedOn: '2026-03-02',
    lines: {
      support: {
        name: 'Support',
        whatFor: 'People who help me at home, at college and at the gym, when I say and how I say.',
        outcome: 'I finish college and live with my friends',
        amount: '900.00',
        per: 'week',
        usualPayees: ['Kofi Mensah', 'Beth Lane'],
      },
    },
    unpaid: [{ who: 'Mum', what: 'Tuesday evenings, and whenever it goes wrong.' }],
  },
  account: {
    kind: 'own',
    name: 'Leah’s support account',
    sortCode: '040075',
    number: '27182818',
    openedOn: '2026-03-20',
  },
  budget: {
    from: '2026-04-06',
    until: '2027-04-05',
    basis: 'joint',
    payerId: council,
    paidEvery: 'four-weeks',
    costCode: 'ASC-JOINT',
    nhsPercent: 70,
    contribution: '194.00',
    held: { way: 'direct', employer: 'person' },
  },
})

export const leahsApril: Told[] = [
  ['2026-04-02', 'BARSET COUNCIL DP', '3406.00'],
  ['2026-04-07', 'LEAH MORGAN STO', '194.00'],
  ['2026-04-17', 'KOFI MENSAH', '-640.00'],
  ['2026-04-17', 'BETH LANE', '-410.00'],
]

/** Her standing order of 4 May does not go out: the bank changed. Her PAs are paid all the same. */
export const leahsMay: Told[] = [
  ['2026-05-01', 'BARSET COUNCIL DP', '3406.00'],
  ['2026-05-01', 'KOFI MENSAH', '-640.00'],
  ['2026-05-01', 'BETH LANE', '-410.00'],
  ['2026-05-15', 'LEAH MORGAN', '194.00'],
  ['2026-05-15', 'KOFI MENSAH', '-640.00'],
  ['2026-05-15', 'BETH LANE', '-410.00'],
  ['2026-05-29', 'KOFI MENSAH', '-640.00'],
  ['2026-05-29', 'BETH LANE', '-410.00'],
]

export const leahsJune: Told[] = [
  ['2026-06-01', 'BARSET COUNCIL DP', '3406.00'],
  ['2026-06-02', 'LEAH MORGAN STO', '194.00'],
  ['2026-06-12', 'KOFI MENSAH', '-640.00'],
  ['2026-06-12', 'BETH LANE', '-410.00'],
  ['2026-06-26', 'KOFI MENSAH', '-640.00'],
  ['2026-06-26', 'BETH LANE', '-410.00'],
]

export const leahsLife: Life = [
  [day('2026-03-02'), leah.becomesKnown],
  [day('2026-03-23'), (world) => budgetBegins(world, leah)],
  [
    day('2026-05-01'),
    async (world) => {
      await handsIn(world, leah, 'april.ofx', '0.00', leahsApril)
      await answers(world, leah, 'KOFI MENSAH', 'support', true)
      await answers(world, leah, 'BETH LANE', 'support', true)
    },
  ],
  [day('2026-05-30'), (world) => handsIn(world, leah, 'may.ofx', '2550.00', leahsMay)],
  [day('2026-06-01'), (world) => goesToHospital(world, leah, '2026-06-01')],
  [day('2026-06-21'), (world) => comesHome(world, leah, '2026-06-21')],
  [day('2026-06-29'), (world) => handsIn(world, leah, 'june.ofx', '3000.00', leahsJune)],
]
