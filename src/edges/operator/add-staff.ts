import { z } from 'zod'
import { addStaff } from '../../domains/accounts/index.ts'
import { words } from '../../platform/input.ts'
import { exitCodes, verb } from './verb.ts'
import { act, actingFor, organisationCalled } from './who-acts.ts'

export const addStaffVerb = verb({
  name: 'add-staff',
  does: 'Adds a member of staff, in one role of one organisation.',
  options: {
    name: { takes: 'NAME', says: 'their whole name' },
    email: { takes: 'ADDRESS', says: 'where they are told of new tasks' },
    role: { takes: 'ROLE', says: 'coordinator, finance or administrator' },
    organisation: { takes: 'NAME', says: 'whose member they are; left out: the ICB’s' },
    icb: { takes: 'NAME', says: 'for which ICB you do this, where there are several' },
  },
  input: z.object({
    name: words(120),
    email: z.email('must be an e-mail address').optional(),
    role: z.enum(
      ['coordinator', 'finance', 'administrator'],
      'must be coordinator, finance or administrator',
    ),
    organisation: z.string().optional(),
    icb: z.string().optional(),
  }),
  async run(desk, { icb, organisation, ...member }) {
    const actor = await actingFor(desk, icb)
    const organisationId = organisation
      ? (await organisationCalled(desk, organisation, ['icb', 'council', 'holder', 'agent'])).id
      : actor.organisationId
    const added = await act(desk, actor, addStaff, { ...member, organisationId }, {})
    desk.say(`Added ${member.name}: ${added.userId}`)
    return exitCodes.done
  },
})
