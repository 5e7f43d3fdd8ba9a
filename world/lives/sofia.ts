import { day } from '../../src/platform/day.ts'
import type { Told } from '../bank.ts'
import { cast } from '../cast.ts'
import { answers, answersWith, budgetBegins, handsIn } from '../events.ts'
import type { Life } from '../life.ts'
import { icb } from '../organisations.ts'

/** Sofia Marino, 19: a wheelchair budget, once, and she adds money of her own for the chair that she wants. */

export const sofia = cast<'chair' | 'repairs'>({
  no: 6,
  person: {
    givenName: 'Sofia',
    familyName: 'Marino',
    bornOn: '2007-02-11',
    nhsNumber: '9990001871',
    phone: '01632 960 106',
    email: 'sofia@example.invalid',
  },
  plan: {
    agreedOn: '2026-04-20',
    lines: {
      chair: {
        name: 'Wheelchair',
        whatFor: 'The light one, that I can lift into a car by myself.',
        outcome: 'I go where my friends go',
        amount: '2150.00',
        per: 'once',
        usualPayees: ['Freewheel Mobility'],
      },
      repairs: {
        name: 'Repairs',
        whatFor: 'Tyres, bearings, and when the airline drops it.',
        outcome: 'I go where my friends go',
        amount: '300.00',
        per: 'once',
        keptFor: 'saving',
      },
    },
  },
  account: {
    kind: 'own',
    name: 'Sofia’s wheelchair account',
    sortCode: '040075',
    number: '57721566',
    openedOn: '2026-04-22',
  },
  budget: {
    from: '2026-05-01',
    until: '2031-05-01',
    basis: 'wheelchair',
    payerId: icb,
    paidEvery: 'quarter',
    costCode: 'PWB',
    nhsPercent: 100,
    held: { way: 'direct', employer: 'nobody' },
  },
})

const may: Told[] = [
  ['2026-05-01', 'NHS BARSET AND VALE PHB', '2450.00'],
  ['2026-05-05', 'SOFIA MARINO', '650.00'],
  ['2026-05-11', 'FREEWHEEL MOBILITY', '-2800.00'],
]

export const sofiasLife: Life = [
  [day('2026-04-20'), sofia.becomesKnown],
  [day('2026-04-23'), (world) => budgetBegins(world, sofia)],
  [
    day('2026-06-01'),
    async (world) => {
      await handsIn(world, sofia, 'may.ofx', '0.00', may)
      await answers(world, sofia, 'FREEWHEEL MOBILITY', 'chair')
      await answersWith(world, sofia, 'SOFIA MARINO', { was: 'own-money' })
    },
  ],
]
