import { typeStatement } from '../../src/domains/statements/index.ts'
import { day } from '../../src/platform/day.ts'
import { pounds } from '../../src/platform/money.ts'
import { cast } from '../cast.ts'
import { answers, budgetBegins, visitGoesWrong } from '../events.ts'
import type { Life } from '../life.ts'
import { as, icb, lanes } from '../organisations.ts'
import type { World } from '../world.ts'

/** Margaret Oyelaran, 82: Lanes Trust holds the money, employs the care workers and sends a return each month. */

export const margaret = cast<'care' | 'fee' | 'activities' | 'contingency'>({
  no: 4,
  person: {
    givenName: 'Margaret',
    familyName: 'Oyelaran',
    knownAs: 'Peggy',
    saidAs: 'oh-yeh-LA-ran',
    bornOn: '1943-12-24',
    nhsNumber: '9990001138',
    phone: '01632 960 104',
  },
  plan: {
    agreedOn: '2026-03-09',
    lines: {
      care: {
        name: 'Care workers',
        whatFor: 'The same four faces. They know that I sing.',
        outcome: 'At home, with people who know her',
        amount: '812.80',
        per: 'week',
        usualPayees: ['Lanes care team'],
      },
      fee: {
        name: 'Lanes’ fee',
        whatFor: 'For running it.',
        outcome: 'Nobody in the family has to do the paperwork',
        amount: '48.00',
        per: 'week',
        usualPayees: ['Lanes Trust'],
      },
      activities: {
        name: 'Activities',
        whatFor: 'The choir, the garden centre, somebody to dance with.',
        outcome: 'She laughs every day',
        amount: '40.00',
        per: 'week',
      },
      contingency: {
        name: 'Contingency',
        whatFor: 'When somebody is ill.',
        outcome: 'Never alone at night',
        amount: '1800.00',
        per: 'once',
        keptFor: 'contingency',
      },
    },
    unpaid: [{ who: 'Her daughter Bisi', what: 'Weekends, and all the hair.' }],
  },
  account: {
    kind: 'third-party',
    name: 'Lanes Trust, for Peggy',
    holderId: lanes,
    sortCode: '040075',
    number: '16180339',
    openedOn: '2026-03-20',
  },
  budget: {
    from: '2026-04-01',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'CHC-TP',
    nhsPercent: 100,
    held: { way: 'third-party', employer: 'holder' },
  },
})

type Row = readonly [on: string, words: string, amount: string]

/** Lanes' return, typed in by the coordinator: it cannot be saved unless it adds up. */
async function lanesReturns(world: World, opening: string, closing: string, rows: readonly Row[]) {
  await world.act(as('coordinator'), typeStatement, {
    personId: margaret.personId,
    accountId: margaret.accountId,
    opening: pounds(opening),
    closing: pounds(closing),
    lines: rows.map(([on, words, amount]) => ({ on, words, amount: pounds(amount) })),
  })
}

export const margaretsLife: Life = [
  [day('2026-03-09'), margaret.becomesKnown],
  [day('2026-03-24'), (world) => budgetBegins(world, margaret)],
  [
    day('2026-05-05'),
    async (world) => {
      await lanesReturns(world, '0.00', '3014.59', [
        ['2026-04-01', 'NHS BARSET AND VALE', '5714.19'],
        ['2026-04-30', 'LANES CARE TEAM', '-2438.40'],
        ['2026-04-30', 'LANES TRUST FEE', '-208.00'],
        ['2026-04-24', 'CHOIR HALL', '-53.20'],
      ])
      await answers(world, margaret, 'LANES CARE TEAM', 'care', true)
      await answers(world, margaret, 'LANES TRUST FEE', 'fee', true)
      await answers(world, margaret, 'CHOIR HALL', 'activities', true)
    },
  ],
  [
    day('2026-06-04'),
    (world) =>
      lanesReturns(world, '3014.59', '3392.18', [
        ['2026-05-01', 'NHS BARSET AND VALE', '3914.19'],
        ['2026-05-29', 'LANES CARE TEAM', '-3251.20'],
        ['2026-05-29', 'LANES TRUST FEE', '-208.00'],
        ['2026-05-22', 'CHOIR HALL', '-77.40'],
      ]),
  ],
  [day('2026-06-30'), (world) => visitGoesWrong(world, margaret, 'late', 'Lunch was at three.')],
]
