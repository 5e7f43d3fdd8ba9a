import { day } from '../../src/platform/day.ts'
import type { Told } from '../bank.ts'
import { cast } from '../cast.ts'
import { answers, answersWith, budgetBegins, handsIn } from '../events.ts'
import type { Life } from '../life.ts'
import { icb } from '../organisations.ts'

/** Mohammed Iqbal, 58: had a council's direct payment before, so his budget begins with money in the account. */

export const mohammed = cast<'wages' | 'contingency'>({
  no: 10,
  person: {
    givenName: 'Mohammed',
    familyName: 'Iqbal',
    bornOn: '1968-04-09',
    nhsNumber: '9990003726',
    phone: '01632 960 110',
    email: 'mohammed@example.invalid',
  },
  plan: {
    agreedOn: '2026-04-27',
    lines: {
      wages: {
        name: 'Wages',
        whatFor: 'Imran has helped me for nine years. He stays.',
        outcome: 'The same hands, the same kindness',
        amount: '385.00',
        per: 'week',
        usualPayees: ['Imran Aziz'],
      },
      contingency: {
        name: 'Contingency',
        whatFor: 'When Imran is ill.',
        outcome: 'Somebody always comes',
        amount: '770.00',
        per: 'once',
        keptFor: 'contingency',
      },
    },
    unpaid: [{ who: 'His wife Nasreen', what: 'Everything else.' }],
  },
  account: {
    kind: 'own',
    name: 'Mohammed’s support account',
    sortCode: '040075',
    number: '22459157',
    openedOn: '2026-04-28',
    openingBalance: '412.18',
  },
  budget: {
    from: '2026-05-18',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'four-weeks',
    costCode: 'CHC-DP',
    nhsPercent: 100,
    held: { way: 'direct', employer: 'person' },
  },
})

const may: Told[] = [
  ['2026-05-14', 'N IQBAL', '100.00'],
  ['2026-05-15', 'IMRAN AZIZ', '-385.00'],
  ['2026-05-18', 'NHS BARSET AND VALE PHB', '2310.00'],
  ['2026-05-22', 'IMRAN AZIZ', '-385.00'],
  ['2026-05-29', 'IMRAN AZIZ', '-385.00'],
  ['2026-05-31', 'INTEREST', '0.42'],
]

export const mohammedsLife: Life = [
  [day('2026-04-27'), mohammed.becomesKnown],
  [day('2026-05-06'), (world) => budgetBegins(world, mohammed)],
  [
    day('2026-06-02'),
    async (world) => {
      await handsIn(world, mohammed, 'may.ofx', '412.18', may)
      await answers(world, mohammed, 'IMRAN AZIZ', 'wages', true)
      await answersWith(world, mohammed, 'N IQBAL', { was: 'own-money' })
      await answersWith(world, mohammed, 'INTEREST', { was: 'interest' })
    },
  ],
]
