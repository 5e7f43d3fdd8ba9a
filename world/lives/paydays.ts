import { approveRun, prepareRun } from '../../src/domains/payments/index.ts'
import type { OrganisationId } from '../../src/domains/organisations/index.ts'
import { perform } from '../../src/platform/command.ts'
import { day } from '../../src/platform/day.ts'
import type { Life } from '../life.ts'
import { as, council, icb } from '../organisations.ts'
import type { World } from '../world.ts'

/** The finance teams' months: who is paid what in time for each payday. */

const prepares = { [icb]: as('finance'), [council]: as('councilFinance') }
const approves = { [icb]: as('otherFinance'), [council]: as('otherCouncilFinance') }

/** One prepares a run of everything that is due, another approves it, and it is sent. Nobody due, nothing done. */
export async function pays(
  world: World,
  payer: OrganisationId,
  payOn: string,
  dueUpTo: string,
): Promise<void> {
  const { databases } = world.platform
  const actor = prepares[payer] ?? as('finance')
  const prepared = await perform(databases, prepareRun, actor, { payerId: payer, payOn, dueUpTo })
  if (!prepared.ok && prepared.refusal === 'nothing-to-pay') return
  if (!prepared.ok) throw new Error(`Nobody could prepare the run of ${payOn}: ${prepared.refusal}`)
  await world.act(approves[payer] ?? as('otherFinance'), approveRun, { runId: prepared.value.runId })
  await world.work()
}

/** The ICB pays what falls due on the first of each month, some working days before. */
export const icbPaydays: Life = [
  [day('2026-03-26'), (world) => pays(world, icb, '2026-03-26', '2026-04-01')],
  [day('2026-04-28'), (world) => pays(world, icb, '2026-04-28', '2026-05-01')],
  // Budgets that do not begin on the first of a month are paid in between.
  [day('2026-05-14'), (world) => pays(world, icb, '2026-05-14', '2026-05-18')],
  [day('2026-05-27'), (world) => pays(world, icb, '2026-05-27', '2026-06-01')],
  [day('2026-06-26'), (world) => pays(world, icb, '2026-06-26', '2026-07-01')],
]

/** The council pays each of its four-weekly paydays on the working day on or before it: Easter and May Day come in between. */
export const councilPaydays: Life = [
  [day('2026-04-02'), (world) => pays(world, council, '2026-04-02', '2026-04-06')],
  [day('2026-05-01'), (world) => pays(world, council, '2026-05-01', '2026-05-04')],
  [day('2026-06-01'), (world) => pays(world, council, '2026-06-01', '2026-06-01')],
  [day('2026-06-29'), (world) => pays(world, council, '2026-06-29', '2026-06-29')],
]
