import { day } from '../../src/platform/day.ts'
import { cast } from '../cast.ts'
import { budgetBegins, isSetAside } from '../events.ts'
import type { Life } from '../life.ts'
import { icb } from '../organisations.ts'
import type { World } from '../world.ts'

/** George Wills, 71: "I just want this service, not complications." The NHS arranges his care (journey J3). */

export const george = cast<'care' | 'contingency'>({
  no: 3,
  person: {
    givenName: 'George',
    familyName: 'Wills',
    bornOn: '1954-06-03',
    nhsNumber: '9990000395',
    phone: '01632 960 103',
  },
  needs: [
    { group: 'format', words: 'Large print, please. Letters, not e-mail.' },
    { group: 'support', words: 'Hard of hearing on the left: sit on his right.' },
  ],
  plan: {
    agreedOn: '2026-03-16',
    lines: {
      care: {
        name: 'Care at home',
        whatFor: 'Somebody from Bright Care comes three hours a day, and I need not think about it.',
        outcome: 'I stay at home, clean and fed, and see somebody every day',
        amount: '78.00',
        per: 'day',
        extraPerBankHoliday: '39.00',
        usualPayees: ['Bright Care'],
      },
      contingency: {
        name: 'Contingency',
        whatFor: 'If nobody comes.',
        outcome: 'I am never left alone',
        amount: '500.00',
        per: 'once',
        keptFor: 'contingency',
      },
    },
    unpaid: [{ who: 'Doreen next door', what: 'Looks in, brings the paper.' }],
  },
  budget: {
    from: '2026-04-01',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'CHC-NOT',
    nhsPercent: 100,
    held: { way: 'notional', employer: 'agency' },
  },
})

/** Four weeks of three hours a day are booked; a bank holiday among them costs £39.00 more. */
const booked = (world: World, words: string, on: string, dueOn: string, amount: string) =>
  isSetAside(world, george, { words, payee: 'Bright Care', on, dueOn, parts: [['care', amount]] })

export const georgesLife: Life = [
  [day('2026-03-16'), george.becomesKnown],
  [
    day('2026-03-25'),
    async (world) => {
      await budgetBegins(world, george)
    },
  ],
  [day('2026-04-01'), (world) => booked(world, 'Care 1 to 28 April', '2026-04-01', '2026-05-28', '2262.00')],
  [
    day('2026-04-29'),
    (world) => booked(world, 'Care 29 April to 26 May', '2026-04-29', '2026-06-25', '2262.00'),
  ],
  [
    day('2026-05-27'),
    (world) => booked(world, 'Care 27 May to 23 June', '2026-05-27', '2026-07-23', '2184.00'),
  ],
  [
    day('2026-06-24'),
    (world) => booked(world, 'Care 24 June to 21 July', '2026-06-24', '2026-08-20', '2184.00'),
  ],
]
