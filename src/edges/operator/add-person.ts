import { addPerson, fullName } from '../../domains/people/index.ts'
import { personOptions, personRefusals, typedPerson } from './person-options.ts'
import { exitCodes, verb } from './verb.ts'
import { act, actingFor, organisationCalled } from './who-acts.ts'

export const addPersonVerb = verb({
  name: 'add-person',
  does: 'Adds a person, and says their id.',
  options: personOptions,
  input: typedPerson,
  async run(desk, { icb, council, ...details }) {
    const actor = await actingFor(desk, icb)
    const councilId = council && (await organisationCalled(desk, council, ['council'])).id
    const input = { ...details, icbId: actor.organisationId, ...(councilId && { councilId }) }
    const { personId } = await act(desk, actor, addPerson, input, personRefusals)
    desk.say(`Added ${fullName(details)}: ${personId}`)
    return exitCodes.done
  },
})
