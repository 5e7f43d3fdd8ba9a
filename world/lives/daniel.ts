import { day } from '../../src/platform/day.ts'
import type { Told } from '../bank.ts'
import { cast } from '../cast.ts'
import { answers, budgetBegins, handsIn, isNotSure, wouldLike } from '../events.ts'
import type { Life } from '../life.ts'
import { icb, payrollFriend } from '../organisations.ts'

/** Daniel Price, 34: in charge and an employer, while a payroll service keeps the account for him. */

export const daniel = cast<'wages' | 'onCosts' | 'gym' | 'contingency'>({
  no: 5,
  person: {
    givenName: 'Daniel',
    familyName: 'Price',
    knownAs: 'Danny',
    bornOn: '1991-08-19',
    nhsNumber: '9990001502',
    phone: '01632 960 105',
    email: 'danny@example.invalid',
  },
  needs: [{ group: 'support', words: 'Speaks with an eye-gaze tablet. Wait for him.' }],
  plan: {
    agreedOn: '2026-03-11',
    lines: {
      wages: {
        name: 'Wages',
        whatFor: 'Marek and Jo get me to work and back, and do what my hands cannot.',
        outcome: 'I keep my job',
        amount: '612.50',
        per: 'week',
        usualPayees: ['Marek Zielinski', 'Jo Carter'],
      },
      onCosts: {
        name: 'Payroll and insurance',
        whatFor: 'So that it is legal.',
        outcome: 'I am a fair employer',
        amount: '64.00',
        per: 'month',
        usualPayees: ['Barset Payroll'],
      },
      gym: {
        name: 'Gym with a hoist',
        whatFor: 'Standing frame, twice a week.',
        outcome: 'Fewer spasms, better sleep',
        amount: '52.00',
        per: 'month',
        usualPayees: ['Vale Leisure'],
      },
      contingency: {
        name: 'Contingency',
        whatFor: 'Agency cover when one of them is ill.',
        outcome: 'I keep my job',
        amount: '1225.00',
        per: 'once',
        keptFor: 'contingency',
      },
    },
    unpaid: [{ who: 'His partner Sam', what: 'Nights, and being silly.' }],
  },
  account: {
    kind: 'managed',
    name: 'Barset Payroll, for Danny',
    holderId: payrollFriend,
    sortCode: '040075',
    number: '14142135',
    openedOn: '2026-03-18',
  },
  budget: {
    from: '2026-04-01',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'CHC-DP',
    nhsPercent: 100,
    held: { way: 'managed', employer: 'person' },
  },
})

const spring: Told[] = [
  ['2026-04-01', 'NHS BARSET AND VALE PHB', '4002.46'],
  ['2026-04-07', 'VALE LEISURE', '-52.00'],
  ['2026-04-30', 'MAREK ZIELINSKI', '-1402.10'],
  ['2026-04-30', 'JO CARTER', '-988.40'],
  ['2026-04-30', 'BARSET PAYROLL', '-64.00'],
  ['2026-05-01', 'NHS BARSET AND VALE PHB', '2777.46'],
  ['2026-05-06', 'VALE LEISURE', '-52.00'],
  ['2026-05-20', 'MOBILITY DIRECT LTD', '-38.99'],
  ['2026-05-29', 'MAREK ZIELINSKI', '-1402.10'],
  ['2026-05-29', 'JO CARTER', '-988.40'],
  ['2026-05-29', 'BARSET PAYROLL', '-64.00'],
]

export const danielsLife: Life = [
  [day('2026-03-11'), daniel.becomesKnown],
  [day('2026-03-24'), (world) => budgetBegins(world, daniel)],
  [
    day('2026-06-03'),
    async (world) => {
      await handsIn(world, daniel, 'spring.ofx', '0.00', spring)
      await answers(world, daniel, 'VALE LEISURE', 'gym', true)
      await answers(world, daniel, 'MAREK ZIELINSKI', 'wages', true)
      await answers(world, daniel, 'JO CARTER', 'wages', true)
      await answers(world, daniel, 'BARSET PAYROLL', 'onCosts', true)
      await isNotSure(world, daniel, 'MOBILITY DIRECT LTD')
    },
  ],
  [
    day('2026-06-25'),
    (world) => wouldLike(world, daniel, 'wages', 'direct', 'I want to pay Marek and Jo myself.'),
  ],
]
