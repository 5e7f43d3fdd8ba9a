import type { LineId } from '../../src/domains/budgets/index.ts'
import type { PlanLineId } from '../../src/domains/plans/index.ts'
import type { Id } from '../../src/platform/id.ts'

/** What Amina's plan says, in her words, and what it costs (journey J1, step 5). */

export const id = <Name extends string>(last: string) =>
  `0190b001-0000-7000-8000-${last.padStart(12, '0')}` as Id<Name>

export type AminaLine =
  'wages' | 'leave' | 'pension' | 'bureau' | 'insurance' | 'dbs' | 'training' | 'swimming' | 'contingency'

export const aminaLineNames: AminaLine[] = [
  'wages',
  'leave',
  'pension',
  'bureau',
  'insurance',
  'dbs',
  'training',
  'swimming',
  'contingency',
]
export const aminaLine = (name: AminaLine): LineId => id(String(20 + aminaLineNames.indexOf(name)))
export const aminaPlanLine = (name: AminaLine): PlanLineId => id(String(40 + aminaLineNames.indexOf(name)))

export const aminaPlan: Record<
  AminaLine,
  {
    name: string
    whatFor: string
    outcome: string
    amount: string
    per: string
    keptFor?: string
    usualPayees?: string[]
  }
> = {
  wages: {
    name: 'Wages',
    whatFor: 'Sharon and Tomasz get me up, washed and out, and give me my rescue medicine when I need it.',
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
    outcome: 'I am a fair employer',
    amount: '338.40',
    per: 'year',
  },
  bureau: {
    name: 'Payroll',
    whatFor: 'Payslips and tax are done for me.',
    outcome: 'I am a fair employer',
    amount: '21.60',
    per: 'month',
    usualPayees: ['Barset Payroll'],
  },
  insurance: {
    name: 'Insurance',
    whatFor: 'Employer’s liability, as the law asks.',
    outcome: 'I am a fair employer',
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
}
