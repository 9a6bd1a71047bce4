-- Subscriptions of SQL Server Reporting Services with their schedules, from the database ReportServer.
SELECT s.SubscriptionID, c.Name AS ReportName,
       LEFT(c.Path, LEN(c.Path) - LEN(c.Name) - 1) AS Folder,
       u.UserName AS SubscriptionOwner, s.EventType, s.DeliveryExtension, s.InactiveFlags,
       s.LastStatus, s.LastRunTime,
       h.RecurrenceType, h.MinutesInterval, h.DaysInterval, h.WeeksInterval, h.DaysOfWeek,
       h.DaysOfMonth, h.Month, h.MonthlyWeek, h.EndDate,
       CAST(s.ExtensionSettings AS nvarchar(max)) AS ExtensionSettings
FROM dbo.Subscriptions s
JOIN dbo.Catalog c ON c.ItemID = s.Report_OID
LEFT JOIN dbo.Users u ON u.UserID = s.OwnerID
LEFT JOIN dbo.ReportSchedule r ON r.SubscriptionID = s.SubscriptionID
LEFT JOIN dbo.Schedule h ON h.ScheduleID = r.ScheduleID
ORDER BY c.Path, s.SubscriptionID;

-- The log of use, for --usage. It is kept for 60 days unless somebody has set it otherwise.
SELECT InstanceName, ItemPath, UserName, ExecutionId, RequestType, Format, Parameters, ItemAction,
       TimeStart, TimeEnd, TimeDataRetrieval, TimeProcessing, TimeRendering, Source, Status,
       ByteCount, [RowCount]
FROM dbo.ExecutionLog3;
