import { command } from '../../../platform/command.ts'
import { done, refuse } from '../../../platform/outcome.ts'
import { PersonId, personDetails, toRow } from '../person.ts'

export const correctPerson = command({
  name: 'people.correct-person',
  input: personDetails.extend({ personId: PersonId }),
  allow: 'look after people',
  async run({ tx, today }, { personId, ...details }) {
    if (details.bornOn > today) return refuse('not-born-yet')
    if (details.nhsNumber) {
      const same = await tx
        .selectFrom('people.person')
        .select('id')
        .where('nhs_number', '=', details.nhsNumber)
        .where('id', '<>', personId)
        .executeTakeFirst()
      if (same) return refuse('nhs-number-is-known', { personId: same.id })
    }
    const changed = await tx
      .updateTable('people.person')
      .set(toRow(details))
      .where('id', '=', personId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return refuse('no-such-person')
    return done({ personId })
  },
  says: () => 'Corrected personal details',
})
