-- Alerts and reports of Superset with their recipients, from its metadata database.
SELECT r.id, r.type, r.name, r.description, r.active, r.crontab, r.timezone, r.report_format,
       r.dashboard_id, d.dashboard_title, u.username AS owner,
       t.type AS recipient_type, t.recipient_config_json
FROM report_schedule r
JOIN report_recipient t ON t.report_schedule_id = r.id
LEFT JOIN dashboards d ON d.id = r.dashboard_id
LEFT JOIN (SELECT report_schedule_id, MIN(user_id) AS user_id
           FROM report_schedule_user GROUP BY report_schedule_id) o ON o.report_schedule_id = r.id
LEFT JOIN ab_user u ON u.id = o.user_id
ORDER BY r.id, t.id;

-- Who opened what, for --usage. The actions log and queries are no reading.
SELECT id, action, user_id, dashboard_id, slice_id, dttm, duration_ms, referrer
FROM logs
WHERE dashboard_id IS NOT NULL;
