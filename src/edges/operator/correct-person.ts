import { z } from 'zod'
import { correctPerson } from '../../domains/people/index.ts'
import { personOptions, personRefusals, typedPerson } from './person-options.ts'
import { WrongUse, exitCodes, verb } from './verb.ts'
import { act, actingFor, organisationCalled, personCalled } from './who-acts.ts'

/** An option that is left out leaves what is known. */
const corrections = typedPerson.partial().extend({ person: z.string() })

export const correctPersonVerb = verb({
  name: 'correct-person',
  takes: ['PERSON'],
  does: 'Corrects what is known of a person (by NHS number or id); what is not named stays as it is.',
  options: personOptions,
  input: corrections,
  async run(desk, { icb, council, person: name, ...typed }) {
    const given = Object.entries(typed).filter(([, value]) => value !== undefined)
    if (given.length === 0 && council === undefined) throw new WrongUse('Say what to correct.')
    const actor = await actingFor(desk, icb)
    const person = await personCalled(desk, actor, name, 'Corrected at the command line')
    const councilId = council ? (await organisationCalled(desk, council, ['council'])).id : person.councilId
    const { givenName, familyName, knownAs, saidAs, bornOn, nhsNumber, phone, email } = person
    const known = { givenName, familyName, knownAs, saidAs, bornOn, nhsNumber, phone, email, councilId }
    await act(
      desk,
      actor,
      correctPerson,
      { ...known, ...Object.fromEntries(given), personId: person.id },
      { ...personRefusals, 'no-such-person': 'Nobody like that is known here.' },
    )
    desk.say(`Corrected ${person.id}.`)
    return exitCodes.done
  },
})
