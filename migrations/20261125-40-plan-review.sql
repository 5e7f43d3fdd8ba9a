-- When the plan is looked at together next. Empty where nobody has said.
alter table plans.plan add column review_on date;
