import { sql } from 'kysely'
import { perform } from '../../../platform/command.ts'
import { addDays } from '../../../platform/day.ts'
import type { DailyJob } from '../../../platform/jobs.ts'
import { serviceFor } from '../../accounts/index.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { PersonId } from '../../people/index.ts'
import { askAboutContributions as ask } from '../commands/ask-about-contributions.ts'

/** Looks once a day for contributions that are late and that nobody was asked about yet. */
export const askAboutContributions: DailyJob = {
  name: 'monitoring.ask-about-contributions',
  async run({ databases }, today) {
    const late = await sql<{ personId: PersonId; icbId: OrganisationId }>`
      select distinct due.person_id as "personId", person.icb_id as "icbId"
      from budgets.contribution_due due
      join people.person person on person.id = due.person_id
      where due.received_on is null and due.due_on <= ${addDays(today, -1)}
        and not exists (select 1 from tasks.task task where task.person_id = due.person_id
                        and task.kind = 'contribution-missing' and task.about_id = due.id)
      order by 1`.execute(databases.owner)
    for (const { personId, icbId } of late.rows)
      await perform(databases, ask, serviceFor(icbId), { personId })
  },
}
