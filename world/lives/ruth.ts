import { endBudget } from '../../src/domains/budgets/index.ts'
import { day } from '../../src/platform/day.ts'
import type { Told } from '../bank.ts'
import { cast } from '../cast.ts'
import { answers, budgetBegins, handsIn } from '../events.ts'
import type { Life } from '../life.ts'
import { as, icb } from '../organisations.ts'

/** Ruth Levy, 77, fast track: three weeks at home, as she wanted, and then the budget ends. */

export const ruth = cast<'care'>({
  no: 11,
  person: {
    givenName: 'Ruth',
    familyName: 'Levy',
    bornOn: '1948-09-21',
    nhsNumber: '9990004099',
    phone: '01632 960 111',
  },
  plan: {
    agreedOn: '2026-04-13',
    lines: {
      care: {
        name: 'Care at home',
        whatFor: 'Miriam, day and night, so that I die in my own bed.',
        outcome: 'At home to the end',
        amount: '1190.00',
        per: 'week',
        usualPayees: ['Miriam Stern'],
      },
    },
    unpaid: [{ who: 'Her sons', what: 'Taking turns at the bedside.' }],
  },
  account: {
    kind: 'own',
    name: 'Ruth’s care account',
    sortCode: '040075',
    number: '91596559',
    openedOn: '2026-04-14',
  },
  budget: {
    from: '2026-04-20',
    until: '2026-10-19',
    basis: 'fast-track',
    payerId: icb,
    paidEvery: 'week',
    costCode: 'CHC-FT',
    nhsPercent: 100,
    held: { way: 'direct', employer: 'person' },
  },
})

const weeks: Told[] = [
  ['2026-05-01', 'NHS BARSET AND VALE PHB', '2380.00'],
  ['2026-05-01', 'MIRIAM STERN', '-2380.00'],
]

export const ruthsLife: Life = [
  [day('2026-04-13'), ruth.becomesKnown],
  [day('2026-04-15'), (world) => budgetBegins(world, ruth)],
  [
    day('2026-05-08'),
    async (world) => {
      await handsIn(world, ruth, 'may.ofx', '0.00', weeks)
      await answers(world, ruth, 'MIRIAM STERN', 'care', true)
    },
  ],
  [
    day('2026-05-12'),
    (world) =>
      world
        .act(as('coordinator'), endBudget, {
          personId: ruth.personId,
          budgetId: ruth.budgetId,
          on: '2026-05-11',
          because: 'died',
          reason:
            'Ruth died on 10 May, at home, with her sons. Miriam is paid to the end of her notice first.',
        })
        .then(() => undefined),
  ],
]
