using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Notices for the account's user.</summary>
internal static class NotificationsEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("notifications.list", List);
        routes.Map("notifications.update", Update);
        routes.Map("notifications.delete", Delete);
        routes.Map("notifications.markAllRead", MarkAllRead);
    }

    private static NotificationRow Find(MarkusCall call)
        => call.State.Notifications.Find(call.Path("notification_id")) is { } row && row.AccountId == call.AccountId ? row : throw new MarkusError("SERVER_003");

    private static FakeResponse List(MarkusCall call)
    {
        PageRequest page = call.Page();
        bool? isRead = call.QueryFlag("is_read");
        NotificationType? type = call.QueryOneOf<NotificationType>("type");
        Index<NotificationRow>.Rows rows = call.State.NotificationsByAccount[call.AccountId];
        bool Fits(NotificationRow row) => (isRead is null || row.ReadAt is not null == isRead) && (type is null || row.Type == type);
        ListPage<NotificationRow> result = isRead is null && type is null
            ? ListPage<NotificationRow>.Of(page, rows.Newest(), rows.Count)
            : ListPage<NotificationRow>.Of(page, rows.Newest(), Fits);
        return call.Ok(result, View, MarkusJson.Default.Notification);
    }

    private static FakeResponse Update(MarkusCall call)
    {
        MarkusBody body = call.Body();
        bool? isRead = body.Fields.Flag("is_read", required: true).Or(null);
        body.Check();
        NotificationRow row = Find(call);
        if (row.ReadAt is not null != isRead) row = call.State.Notifications.Update(row with { ReadAt = isRead == true ? call.Now : null });
        return call.Ok(View(row), MarkusJson.Default.Notification);
    }

    private static FakeResponse Delete(MarkusCall call)
    {
        NotificationRow row = Find(call);
        call.State.Notifications.Remove(row);
        return call.Ok(new DeletedResource { Id = row.Id, Deleted = true }, MarkusJson.Default.DeletedResource);
    }

    private static FakeResponse MarkAllRead(MarkusCall call)
    {
        int updated = 0;
        foreach (NotificationRow row in call.State.UnreadNotifications[call.AccountId])
        {
            call.State.Notifications.Update(row with { ReadAt = call.Now });
            updated++;
        }

        return call.Ok(new MarkAllReadResult { Updated = updated, ReadAt = call.Now }, MarkusJson.Default.MarkAllReadResult);
    }

    private static Notification View(NotificationRow row) => new()
    {
        Id = row.Id,
        Type = row.Type,
        Title = row.Title,
        Body = row.Body,
        IsRead = row.ReadAt is not null,
        ReadAt = row.ReadAt,
        Link = row.Link,
        CreatedAt = row.CreatedAt,
    };
}
