-- Subscriptions of Tableau Server with their schedules, from the repository (database workgroup).
SELECT s.id, s.subject, v.view_url, w.workbook_url, v.name AS view_name, w.name AS workbook_name,
       s.user_name, s.schedule_name, h.schedule_type, h.day_of_week_mask, h.day_of_month_mask,
       h.start_at_minute, h.minute_interval, h.end_at_minute, s.schedule_active, s.last_sent,
       w.project_name, w.owner_name
FROM _subscriptions s
LEFT JOIN _views v ON v.view_url = s.view_url
LEFT JOIN _workbooks w ON w.workbook_url = COALESCE(s.workbook_url, v.workbook_url)
LEFT JOIN _schedules h ON h.name = s.schedule_name
ORDER BY s.id;

-- Who looked at what, for --usage: totals since the view was published. view_count of _workbooks is the
-- number of sheets in it and says nothing of use.
SELECT system_users_name, views_id, views_name, views_url, nviews, last_view_time
FROM _views_stats;
