import type { Actor } from '../src/platform/actor.ts'
import type { Id } from '../src/platform/id.ts'
import { actorOf } from '../src/domains/accounts/index.ts'
import type { Role } from '../src/domains/accounts/index.ts'
import type { OrganisationId } from '../src/domains/organisations/index.ts'

/** The synthetic ICB's organisations and staff. Nobody here exists; telephone numbers are Ofcom's for drama. */

const id = <Name extends string>(last: string) =>
  `0190a000-0000-7000-8000-${last.padStart(12, '0')}` as Id<Name>

export const icb: OrganisationId = id('1')
export const council: OrganisationId = id('2')
export const lanes: OrganisationId = id('3')
export const payrollFriend: OrganisationId = id('4')

export const worldName = 'NHS Barset and Vale'

export const organisations = [
  {
    id: icb,
    kind: 'icb',
    name: 'NHS Barset and Vale Integrated Care Board',
    shortName: 'the NHS',
    phone: '01632 960 001',
    phoneHours: 'Monday to Friday, 9am to 5pm',
    outOfHoursPhone: 'At other times the council’s emergency team answers on 01632 960 002.',
    email: 'recharges@barset-vale.invalid',
  },
  {
    id: council,
    kind: 'council',
    name: 'Barset Council',
    shortName: 'Barset Council',
    phone: '01632 960 003',
    phoneHours: 'Monday to Friday, 9am to 5pm',
    email: 'finance@barset.invalid',
  },
  { id: lanes, kind: 'holder', name: 'Lanes Trust', shortName: 'Lanes', phone: '01632 960 004' },
  {
    id: payrollFriend,
    kind: 'agent',
    name: 'Barset Payroll and Accounts',
    shortName: 'Barset Payroll',
    phone: '01632 960 005',
  },
] as const

type Staff = {
  id: Id<'user'>
  name: string
  organisationId: OrganisationId
  role: Exclude<Role, 'person' | 'service'>
}

export const staff = {
  administrator: { id: id('101'), name: 'Ada Quill', organisationId: icb, role: 'administrator' },
  coordinator: { id: id('102'), name: 'Grace Adeyemi', organisationId: icb, role: 'coordinator' },
  otherCoordinator: { id: id('103'), name: 'Owen Price', organisationId: icb, role: 'coordinator' },
  finance: { id: id('104'), name: 'Priya Nair', organisationId: icb, role: 'finance' },
  otherFinance: { id: id('105'), name: 'Tom Barker', organisationId: icb, role: 'finance' },
  councilFinance: { id: id('106'), name: 'Helen Cross', organisationId: council, role: 'finance' },
  otherCouncilFinance: { id: id('107'), name: 'Dev Patel', organisationId: council, role: 'finance' },
} satisfies Record<string, Staff>

/** Somebody of the staff, acting. */
export function as(member: keyof typeof staff): Actor {
  const { id: userId, name, organisationId, role } = staff[member]
  return actorOf({ id: userId, name, personId: undefined, memberships: [{ organisationId, role }] })
}
