import { cast } from '../cast.ts'
import { icb } from '../organisations.ts'

/** Who Amina is, what her plan says in her words, and what it costs (journey J1, step 5). */

export const bank = { sortCode: '040075', number: '31415926' }

export type AminaLine =
  'wages' | 'leave' | 'pension' | 'bureau' | 'insurance' | 'dbs' | 'training' | 'swimming' | 'contingency'

const fairEmployer = 'I am a fair employer'

export const amina = cast<AminaLine>({
  no: 1,
  person: {
    givenName: 'Amina',
    familyName: 'Rahman',
    saidAs: 'a-MEE-na RAH-man',
    bornOn: '1984-03-14',
    nhsNumber: '9990000018',
    phone: '01632 960 101',
    email: 'amina@example.invalid',
  },
  needs: [{ group: 'contact', words: 'Text first, then ring. Mornings are bad.' }],
  plan: {
    agreedOn: '2026-03-06',
    lines: {
      wages: {
        name: 'Wages',
        whatFor:
          'Sharon and Tomasz get me up, washed and out, and give me my rescue medicine when I need it.',
        outcome: 'I live in my own home and decide my own day',
        amount: '476.00',
        per: 'week',
        usualPayees: ['Sharon Bell', 'Tomasz Nowak'],
      },
      leave: {
        name: 'Leave cover',
        whatFor: 'Somebody comes when Sharon or Tomasz is on holiday.',
        outcome: 'I am never left alone',
        amount: '2665.60',
        per: 'year',
        keptFor: 'leave',
      },
      pension: {
        name: 'Pension',
        whatFor: 'What I pay as their employer.',
        outcome: fairEmployer,
        amount: '338.40',
        per: 'year',
      },
      bureau: {
        name: 'Payroll',
        whatFor: 'Payslips and tax are done for me.',
        outcome: fairEmployer,
        amount: '21.60',
        per: 'month',
        usualPayees: ['Barset Payroll'],
      },
      insurance: {
        name: 'Insurance',
        whatFor: 'Employer’s liability, as the law asks.',
        outcome: fairEmployer,
        amount: '95.00',
        per: 'once',
      },
      dbs: {
        name: 'DBS checks',
        whatFor: 'For both of them, before they start.',
        outcome: 'I am safe with them',
        amount: '99.00',
        per: 'once',
      },
      training: {
        name: 'Training',
        whatFor: 'Moving and handling, and the rescue medicine.',
        outcome: 'I am safe with them',
        amount: '400.00',
        per: 'once',
        keptFor: 'saving',
      },
      swimming: {
        name: 'Swimming',
        whatFor: 'The water takes the weight off my joints. It is my hour.',
        outcome: 'Less pain, and out of the house every week',
        amount: '96.00',
        per: 'month',
      },
      contingency: {
        name: 'Contingency',
        whatFor: 'When somebody is ill, or leaves.',
        outcome: 'I am never left alone',
        amount: '1904.00',
        per: 'once',
        keptFor: 'contingency',
      },
    },
    unpaid: [{ who: 'Yusuf, her brother', what: 'Comes on Sundays and does the shopping.' }],
  },
  account: { kind: 'own', name: 'Amina’s support account', ...bank, openedOn: '2026-03-12' },
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
