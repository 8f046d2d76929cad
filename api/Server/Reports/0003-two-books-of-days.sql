-- Two books of days. In the contractor's, no day belongs to two: of its reports, drafts included, and of what it kept as 導入前の記録.
-- What the ministry kept as 導入前の記録 takes no day from them: it cannot be refused for a draft that the ministry knows nothing of.
ALTER TABLE report_periods ADD COLUMN by_ministry boolean NOT NULL DEFAULT false;
UPDATE report_periods p SET by_ministry = true FROM mt_events e
WHERE p.prior AND e.stream_id = p.report_id AND e.type = 'prior_report_recorded'
  AND e.headers #>> '{actor,role}' IN ('SUPERVISING_OFFICER', 'SECTION_HEAD');
ALTER TABLE report_periods DROP CONSTRAINT report_periods_overlap;
ALTER TABLE report_periods ADD CONSTRAINT report_periods_overlap
    EXCLUDE USING gist (contract_id WITH =, period WITH &&) WHERE (replaces IS NULL AND NOT by_ministry);

-- Both sides see every 導入前の記録: of these no two share a day.
ALTER TABLE report_periods ADD CONSTRAINT report_periods_prior_overlap EXCLUDE USING gist (contract_id WITH =, period WITH &&) WHERE (prior);
