import { z } from 'zod'
import type { Day } from '../../../platform/day.ts'
import { query } from '../../../platform/query.ts'
import { coordinatorOf } from '../../accounts/index.ts'
import { moneyOn, openCommitments } from '../../budgets/index.ts'
import type { Commitment, MoneyOn } from '../../budgets/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import { findPerson, PersonId } from '../../people/index.ts'
import { openQuestions } from '../../statements/index.ts'
import type { Question } from '../../statements/index.ts'

/** What a person sees first. */
export type Home = {
  knownAs: string
  today: Day
  money: MoneyOn
  questions: readonly Question[]
  /** Set aside and due to be paid by them, what is due first at the top. */
  toPay: readonly Commitment[]
  help: { coordinator: string | undefined; icb: Organisation | undefined }
}

export const home = query({
  name: 'workspaces.home',
  input: z.object({ personId: PersonId }),
  allow: 'see a budget',
  async read({ database, viewer, today }, { personId }): Promise<Home | undefined> {
    const person = await findPerson(database, viewer, personId)
    if (!person) return undefined
    const { files } = person
    const money = await moneyOn(database, viewer, files, today)
    const questions = (await openQuestions(database, viewer, files)).filter((each) => each.state === 'open')
    const toPay = await openCommitments(database, viewer, files)
    const coordinator = await coordinatorOf(database, viewer, files)
    const icb = await findOrganisation(database, person.icbId)
    return {
      knownAs: person.knownAs,
      today,
      money,
      questions,
      toPay,
      help: { coordinator: coordinator?.name, icb },
    }
  },
})
