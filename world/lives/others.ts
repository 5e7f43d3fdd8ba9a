import { day } from '../../src/platform/day.ts'
import type { Told } from '../bank.ts'
import { cast } from '../cast.ts'
import { answers, budgetBegins, handsIn } from '../events.ts'
import type { Life } from '../life.ts'
import { council, icb } from '../organisations.ts'

/** Chloe Evans, 29: a prepaid card, refunds, and less spent than there was. */
export const chloe = cast<'support' | 'horses'>({
  no: 12,
  person: {
    givenName: 'Chloe',
    familyName: 'Evans',
    bornOn: '1997-03-08',
    nhsNumber: '9990004463',
    phone: '01632 960 112',
    email: 'chloe@example.invalid',
  },
  plan: {
    agreedOn: '2026-03-20',
    lines: {
      support: {
        name: 'Support worker',
        whatFor: 'Out and about, never the same plan twice 🐎',
        outcome: 'I choose',
        amount: '240.00',
        per: 'week',
        usualPayees: ['Barset Support'],
      },
      horses: {
        name: 'Horses',
        whatFor: 'Mucking out is the best bit.',
        outcome: 'Strong arms, good days',
        amount: '80.00',
        per: 'month',
        usualPayees: ['Hill Stables'],
      },
    },
  },
  account: {
    kind: 'card',
    name: 'Chloe’s card',
    sortCode: '040075',
    number: '83462684',
    openedOn: '2026-03-21',
  },
  budget: {
    from: '2026-04-01',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'CHC-CARD',
    nhsPercent: 100,
    held: { way: 'direct', employer: 'agency' },
  },
})

const chloes: Told[] = [
  ['2026-04-01', 'NHS BARSET AND VALE PHB', '1122.86'],
  ['2026-04-09', 'HILL STABLES', '-40.00'],
  ['2026-04-16', 'HILL STABLES', '-40.00'],
  ['2026-04-20', 'HILL STABLES REFUND', '40.00'],
  ['2026-04-30', 'BARSET SUPPORT', '-480.00'],
  ['2026-05-01', 'NHS BARSET AND VALE PHB', '1122.86'],
  ['2026-05-29', 'BARSET SUPPORT', '-480.00'],
]

/** Jack Thompson, 8: the NHS and the council share; his mother keeps the account for him. */
export const jack = cast<'nights' | 'respite'>({
  no: 13,
  person: {
    givenName: 'Jack',
    familyName: 'Thompson',
    bornOn: '2018-02-27',
    nhsNumber: '9990004838',
    phone: '01632 960 113',
    councilId: council,
  },
  coordinator: 'otherCoordinator',
  plan: {
    agreedOn: '2026-03-17',
    lines: {
      nights: {
        name: 'Nights',
        whatFor: 'Somebody who knows the ventilator sits with Jack three nights a week.',
        outcome: 'His parents sleep, and he is safe',
        amount: '690.00',
        per: 'week',
        usualPayees: ['Starlight Nurses'],
      },
      respite: {
        name: 'Respite weekends',
        whatFor: 'The hospice by the sea.',
        outcome: 'A weekend with his sister',
        amount: '1800.00',
        per: 'year',
        keptFor: 'saving',
      },
    },
    unpaid: [{ who: 'Mum and Dad', what: 'The other four nights, and all the days.' }],
  },
  account: {
    kind: 'own',
    name: 'Jack’s care account',
    sortCode: '040075',
    number: '66743019',
    openedOn: '2026-03-22',
  },
  budget: {
    from: '2026-04-06',
    until: '2027-04-05',
    basis: 'children',
    payerId: council,
    paidEvery: 'four-weeks',
    costCode: 'CCC-JOINT',
    nhsPercent: 60,
    held: { way: 'direct', employer: 'agency' },
  },
})

/** Ahmad: his name is written from right to left, and he wants it so. */
export const ahmad = cast<'support'>({
  no: 14,
  person: {
    givenName: 'أحمد',
    familyName: 'الخطيب',
    knownAs: 'أحمد',
    saidAs: 'AH-mad al-kha-TEEB',
    bornOn: '1974-10-05',
    nhsNumber: '9990005206',
    phone: '01632 960 114',
  },
  needs: [{ group: 'professional', words: 'Arabic interpreter, a man where there is a choice.' }],
  plan: {
    agreedOn: '2026-05-11',
    lines: {
      support: {
        name: 'Support at home',
        whatFor: 'حسن يأتي كل صباح',
        outcome: 'أصلي واقفاً',
        amount: '420.00',
        per: 'week',
        usualPayees: ['Hassan Darwish'],
      },
    },
  },
  account: { kind: 'own', name: 'حساب أحمد', sortCode: '040075', number: '30102999', openedOn: '2026-05-20' },
  budget: {
    from: '2026-06-01',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'month',
    costCode: 'CHC-DP',
    nhsPercent: 100,
    held: { way: 'direct', employer: 'person' },
  },
})

/** Thomas Hale: his plan is being made (journey J4 begins in September), so there is no budget yet. */
export const thomas = cast<'care'>({
  no: 15,
  person: {
    givenName: 'Thomas',
    familyName: 'Hale',
    bornOn: '1942-07-16',
    nhsNumber: '9990005575',
    phone: '01632 960 115',
  },
  plan: {
    agreedOn: '2026-06-29',
    lines: {
      care: {
        name: 'Day centre',
        whatFor: 'Five days, with the bus.',
        outcome: 'Claire can work',
        amount: '1196.00',
        per: 'week',
      },
    },
    unpaid: [{ who: 'Claire, his daughter', what: 'Every evening and every night.' }],
  },
  budget: {
    from: '2026-10-05',
    until: '2027-04-01',
    basis: 'chc',
    payerId: icb,
    paidEvery: 'four-weeks',
    costCode: 'CHC-TP',
    nhsPercent: 100,
    held: { way: 'notional', employer: 'agency' },
  },
})

export const othersLives: Life = [
  [day('2026-03-20'), chloe.becomesKnown],
  [day('2026-03-24'), (world) => budgetBegins(world, chloe)],
  [
    day('2026-06-02'),
    async (world) => {
      await handsIn(world, chloe, 'card.ofx', '0.00', chloes)
      await answers(world, chloe, 'HILL STABLES', 'horses', true)
      await answers(world, chloe, 'BARSET SUPPORT', 'support', true)
    },
  ],
  [day('2026-03-17'), jack.becomesKnown],
  [day('2026-03-23'), (world) => budgetBegins(world, jack)],
  [day('2026-05-11'), ahmad.becomesKnown],
  [day('2026-05-22'), (world) => budgetBegins(world, ahmad)],
  [day('2026-06-29'), thomas.becomesKnown],
]
