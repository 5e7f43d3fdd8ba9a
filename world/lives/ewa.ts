import { day } from '../../src/platform/day.ts'
import type { Told } from '../bank.ts'
import { cast } from '../cast.ts'
import { answers, answersWith, budgetBegins, handsIn } from '../events.ts'
import type { Life } from '../life.ts'
import { council, icb } from '../organisations.ts'

/** Ewa Kowalska, 45: aftercare under section 117, more spent than a line had, and cash that nobody can explain yet. */

export const ewa = cast<'support' | 'art' | 'phone'>({
  no: 9,
  person: {
    givenName: 'Ewa',
    familyName: 'Kowalska',
    saidAs: 'EH-va ko-VAL-ska',
    bornOn: '1981-01-30',
    nhsNumber: '9990003351',
    phone: '01632 960 109',
    councilId: council,
  },
  needs: [{ group: 'contact', words: 'Never ring without texting first. Not on Mondays.' }],
  plan: {
    agreedOn: '2026-03-18',
    lines: {
      support: {
        name: 'Peer support',
        whatFor: 'Ania, who has been there herself, two afternoons a week.',
        outcome: 'I notice early, and stay out of hospital',
        amount: '72.00',
        per: 'week',
        usualPayees: ['Ania Wrona'],
      },
      art: {
        name: 'Art room',
        whatFor: 'Clay does what tablets do not.',
        outcome: 'Hands busy, head quiet',
        amount: '40.00',
        per: 'month',
      },
      phone: {
        name: 'Phone',
        whatFor: 'So that I can always reach somebody.',
        outcome: 'I notice early',
        amount: '15.00',
        per: 'month',
      },
    },
    unpaid: [{ who: 'Saint Anne’s', what: 'Soup on Thursdays, and Father Jan.' }],
  },
  account: {
    kind: 'own',
    name: 'Ewa’s support account',
    sortCode: '040075',
    number: '12020569',
    openedOn: '2026-03-21',
  },
  budget: {
    from: '2026-04-01',
    until: '2027-04-01',
    basis: 's117',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'S117',
    nhsPercent: 50,
    held: { way: 'direct', employer: 'nobody' },
  },
})

const spring: Told[] = [
  ['2026-04-01', 'NHS BARSET AND VALE PHB', '367.86'],
  ['2026-04-10', 'ANIA WRONA', '-144.00'],
  ['2026-04-11', 'CLAY AND CO', '-260.00'],
  ['2026-04-24', 'ANIA WRONA', '-144.00'],
  ['2026-05-01', 'NHS BARSET AND VALE PHB', '367.86'],
  ['2026-05-04', 'CLAY AND CO', '-240.00'],
  ['2026-05-05', 'GIFFGAFF', '-15.00'],
  ['2026-05-08', 'ANIA WRONA', '-144.00'],
  ['2026-05-16', 'CASH BARSET HIGH ST', '-60.00'],
  ['2026-05-28', 'CHARGES UNPAID ITEM', '-5.00'],
]

export const ewasLife: Life = [
  [day('2026-03-18'), ewa.becomesKnown],
  [day('2026-03-24'), (world) => budgetBegins(world, ewa)],
  [
    day('2026-06-05'),
    async (world) => {
      await handsIn(world, ewa, 'spring.ofx', '0.00', spring)
      await answers(world, ewa, 'ANIA WRONA', 'support', true)
      await answers(world, ewa, 'GIFFGAFF', 'phone', true)
      // The kiln cost more than the year had for art. It happened, so it is recorded, and talked about.
      await answersWith(world, ewa, 'CLAY AND CO', {
        was: 'spent',
        planLineId: ewa.planLine('art'),
        always: false,
      })
    },
  ],
]
