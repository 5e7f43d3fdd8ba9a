import { command } from '../../../platform/command.ts'
import { newId } from '../../../platform/id.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { OrganisationId } from '../../organisations/index.ts'
import { giveAccess } from '../access.ts'
import { PersonId, fullName, personDetails, toRow } from '../person.ts'

export const addPerson = command({
  name: 'people.add-person',
  input: personDetails.extend({ newPersonId: PersonId.optional(), icbId: OrganisationId }),
  allow: 'look after people',
  async run({ tx, actor, today }, input) {
    if (input.bornOn > today) return refuse('not-born-yet')
    if (input.nhsNumber) {
      const same = await tx
        .selectFrom('people.person')
        .select('id')
        .where('nhs_number', '=', input.nhsNumber)
        .executeTakeFirst()
      if (same) return refuse('nhs-number-is-known', { personId: same.id })
    }
    const personId = input.newPersonId ?? newId<'person'>()
    const grant = { personId, from: today }
    await giveAccess(tx, { ...grant, granteeId: input.icbId, reason: 'their ICB' })
    if (actor.organisationId !== input.icbId) {
      await giveAccess(tx, { ...grant, granteeId: actor.organisationId, reason: 'looks after their budget' })
    }
    await tx
      .insertInto('people.person')
      .values({ id: personId, icb_id: input.icbId, ...toRow(input) })
      .execute()
    return done({ personId })
  },
  about: ({ personId }) => personId,
  says: (_value, input) => `Added ${fullName(input)}`,
})
