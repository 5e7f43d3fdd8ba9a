import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId } from '../../people/index.ts'
import { PlanId, PlanLineId, planLineDetails } from '../plan.ts'
import { noteUsualPayees } from '../store.ts'

export const addPlanLine = command({
  name: 'plans.add-line',
  input: planLineDetails.extend({ personId: PersonId, planId: PlanId, newPlanLineId: PlanLineId.optional() }),
  allow: 'look after people',
  async run({ tx }, { personId, planId, newPlanLineId, ...line }) {
    const plan = await tx
      .selectFrom('plans.plan')
      .select('id')
      .where('person_id', '=', personId)
      .where('id', '=', planId)
      .where('ended_on', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!plan) return refuse('no-such-plan')
    const lines = await tx
      .selectFrom('plans.plan_line')
      .select(['name', 'place'])
      .where('person_id', '=', personId)
      .where('plan_id', '=', planId)
      .where('ended_on', 'is', null)
      .execute()
    if (lines.some((each) => each.name.toLowerCase() === line.name.toLowerCase()))
      return refuse('name-is-taken')
    const planLineId = newPlanLineId ?? newId<'plan_line'>()
    await tx
      .insertInto('plans.plan_line')
      .values({
        person_id: personId,
        id: planLineId,
        plan_id: planId,
        place: Math.max(0, ...lines.map((each) => each.place)) + 1,
        name: line.name,
        what_for: line.whatFor,
        outcome: line.outcome,
        amount: line.amount,
        per: line.per,
        extra_per_bank_holiday: line.extraPerBankHoliday,
        kept_for: line.keptFor ?? null,
      })
      .execute()
    await noteUsualPayees(tx, personId, planLineId, line.usualPayees)
    return done({ planLineId })
  },
  says: (_value, { name }) => `Added ${name} to the plan`,
})
