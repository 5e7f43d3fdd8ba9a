/** What somebody may do, in the words that commands and queries ask for. */
export const permissions = [
  'see a budget',
  'answer for a budget',
  'ask for help',
  'see the caseload',
  'look after people',
  'award budgets',
  'pay people',
  'approve payments',
  'see finance',
  'answer a task',
  'run the service',
  'load a caseload',
  'keep watch',
] as const
export type Permission = (typeof permissions)[number]

export const roles = ['person', 'coordinator', 'finance', 'administrator', 'operator', 'service'] as const
/** `operator` is whoever has the machine, at its command line. `service` is Commonpurse itself, doing what falls due. */
export type Role = (typeof roles)[number]

/** The permission matrix. A row's own rules (who entered it, whose it is) stand in the commands. */
export const mayDo: Record<Role, readonly Permission[]> = {
  person: ['see a budget', 'answer for a budget', 'ask for help'],
  coordinator: [
    'see a budget',
    'answer for a budget',
    'ask for help',
    'see the caseload',
    'look after people',
    'award budgets',
    'answer a task',
  ],
  finance: [
    'see a budget',
    'answer for a budget',
    'see the caseload',
    'pay people',
    'approve payments',
    'see finance',
    'answer a task',
  ],
  administrator: ['run the service', 'see the caseload', 'look after people'],
  operator: [
    'run the service',
    'load a caseload',
    'see the caseload',
    'look after people',
    'see a budget',
    'answer for a budget',
    'see finance',
  ],
  service: ['keep watch'],
}

export const roleWords: Record<Role, string> = {
  person: 'person with a budget',
  coordinator: 'care coordinator',
  finance: 'finance officer',
  administrator: 'administrator',
  operator: 'operator',
  service: 'Commonpurse',
}
