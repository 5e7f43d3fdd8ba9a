import { day } from '../../src/platform/day.ts'
import { answers, budgetBegins, handsIn, isSetAside, tellsUs } from '../events.ts'
import type { Life } from '../life.ts'
import type { World } from '../world.ts'
import { april, june, may } from './amina-bank.ts'
import { amina } from './amina-plan.ts'

/** Amina Rahman, who employs Sharon and Tomasz with a direct payment (journeys J1 and J2). */

type Wages = { sharon: string; hmrc: string; on: string; paid: string; due: string }

/** What the payroll bureau announces each month: whom to pay, and what to keep for HMRC and the pension. */
async function bureauAnnounces(world: World, { sharon, hmrc, on, paid, due }: Wages) {
  const wages = (payee: string, words: string, amount: string, dueOn: string) =>
    isSetAside(world, amina, { words, payee, on, dueOn, parts: [['wages', amount]] })
  await wages('Sharon Bell', 'Wages, Sharon', sharon, paid)
  await wages('Tomasz Nowak', 'Wages, Tomasz', '602.00', paid)
  await isSetAside(world, amina, {
    words: 'Payroll bureau',
    payee: 'Barset Payroll',
    on,
    dueOn: paid,
    parts: [['bureau', '21.60']],
  })
  await wages('HMRC', 'Tax and National Insurance', hmrc, due)
  await isSetAside(world, amina, {
    words: 'Pension',
    payee: 'NEST',
    on,
    dueOn: due,
    parts: [
      ['wages', '37.44'],
      ['pension', '28.08'],
    ],
  })
}

export const aminasLife: Life = [
  [day('2026-03-06'), amina.becomesKnown],
  [day('2026-03-24'), (world) => budgetBegins(world, amina)],
  [
    day('2026-04-27'),
    (world) =>
      bureauAnnounces(world, {
        sharon: '1304.52',
        hmrc: '114.04',
        on: '2026-04-27',
        paid: '2026-04-30',
        due: '2026-05-22',
      }),
  ],
  [
    day('2026-05-02'),
    async (world) => {
      await handsIn(world, amina, 'statement-april.ofx', '0.00', april)
      await answers(world, amina, 'ABLE INSURANCE CO', 'insurance')
      await answers(world, amina, 'DBS UPDATE SERVICE', 'dbs')
      await answers(world, amina, 'RIVERSIDE POOL', 'swimming')
    },
  ],
  [
    day('2026-05-26'),
    (world) =>
      bureauAnnounces(world, {
        sharon: '1304.32',
        hmrc: '114.24',
        on: '2026-05-26',
        paid: '2026-05-29',
        due: '2026-06-22',
      }),
  ],
  [
    day('2026-06-02'),
    async (world) => {
      await handsIn(world, amina, 'statement-may.ofx', '2716.15', may)
      await answers(world, amina, 'ST LUKES TRAINING', 'training')
    },
  ],
  [
    day('2026-06-22'),
    async (world) => {
      await tellsUs(world, amina, 'HMRC')
      await tellsUs(world, amina, 'NEST')
    },
  ],
  [
    day('2026-06-25'),
    (world) =>
      bureauAnnounces(world, {
        sharon: '1304.32',
        hmrc: '114.24',
        on: '2026-06-25',
        paid: '2026-06-30',
        due: '2026-07-22',
      }),
  ],
  [day('2026-07-01'), (world) => handsIn(world, amina, 'statement-june.ofx', '2768.94', june)],
]
