-- Subscriptions of Metabase, from its usage analytics (database Internal Metabase Database).
SELECT s.entity_id, c.name AS dashboard_name, s.dashboard_qualified_id, s.schedule_type,
       s.schedule_day, s.schedule_hour, s.archived, s.recipient_type, s.recipients,
       s.recipient_external, s.creator_id, u.email AS creator,
       k.name AS collection
FROM v_subscriptions s
LEFT JOIN v_content c ON c.entity_qualified_id = s.dashboard_qualified_id
LEFT JOIN v_content k ON k.entity_type = 'collection' AND k.entity_id = c.collection_id
LEFT JOIN v_users u ON u.user_id = s.creator_id
ORDER BY s.entity_id;

-- Who opened what, for --usage. A dashboard and a card may have the same entity_id; the qualified id
-- tells them apart.
SELECT id, timestamp, user_id, entity_type, entity_id, entity_qualified_id
FROM v_view_log;
