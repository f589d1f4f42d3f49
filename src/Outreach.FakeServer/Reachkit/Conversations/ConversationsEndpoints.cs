using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The operations of the unibox (contract section 3.10).</summary>
internal static class ConversationsEndpoints
{
    private const int DefaultPageSize = 20;

    /// <summary>Maps them.</summary>
    public static void Map(RouteTable<ReachkitCall> routes)
    {
        routes.Map("conversations.list", List);
        routes.Map("conversations.create", Create);
        routes.Map("conversations.get", call => ReachkitAnswer.Data(Show(call.State, Thread(call)), ReachkitJson.Default.Conversation));
        routes.Map("conversations.update", Update);
        routes.Map("conversations.reply", Reply);
        routes.Map("conversations.downloadAttachment", Download);
    }

    private static FakeResponse List(ReachkitCall call)
    {
        ListQuery query = ListQuery.Read(call, DefaultPageSize, sorts: false);
        string? folder = call.Query("folder");
        if (folder is not (null or "primary" or "others")) call.Report("folder", ViolationKind.NotAllowed);
        call.Check();
        List<ConversationRow> threads = [.. call.State.ConversationsByWorkspace[ReachkitState.WorkspaceKey(call.Workspace.Ordinal)]
            .Where(thread => folder is null || thread.IsStranger == (folder == "others"))
            .Where(thread => query.Search is null || call.State.MessagesByConversation[thread.Id].Any(message => Finds(query, message)))
            .OrderByDescending(thread => thread.LatestAt).ThenByDescending(thread => thread.Ordinal)];
        return ReachkitAnswer.Page(query.Cut(threads, threads.Count), thread => Show(call.State, thread), ReachkitJson.Default.Conversation);
    }

    private static FakeResponse Create(ReachkitCall call)
    {
        Fields fields = call.Fields();
        string? inboxId = fields.Text("inbox_id").Or(null);
        Optional<IReadOnlyList<MailAddress>?> to = fields.List("to", Recipient, required: true, min: 1);
        Optional<string?> subject = fields.Filled("subject", required: true);
        Optional<string?> content = fields.Filled("content", required: true);
        call.Check();
        InboxRow inbox = inboxId is null
            ? call.State.InboxesByWorkspace[ReachkitState.WorkspaceKey(call.Workspace.Ordinal)].FirstOrDefault(candidate => candidate.IsActive && candidate.IsConnected) ?? throw ReachkitError.Rule("no_active_inbox")
            : call.Own(call.State.Inboxes.Find(inboxId), candidate => candidate.Workspace);
        CheckConnected(inbox);
        ConversationRow thread = call.Module.Threads.Create(inbox, [.. to.Value!], subject.Value!.Trim(), content.Value!);
        return ReachkitAnswer.Data(Show(call.State, thread), ReachkitJson.Default.Conversation, 201);
    }

    private static FakeResponse Update(ReachkitCall call)
    {
        ConversationRow old = Thread(call);
        Fields fields = call.Fields();
        Optional<ConversationLabel?> label = fields.OneOf<ConversationLabel>("label_override", nullable: true);
        bool? isRead = fields.Flag("is_read").Or(null);
        call.Check();
        ConversationRow thread = label.IsSet ? old with { LabelOverride = label.Value?.Value } : old;
        bool changed = thread.Label != old.Label;
        if (isRead is { } read)
        {
            foreach (MessageRow message in call.State.MessagesByConversation[old.Id])
            {
                if (message.IsRead == read) continue;
                call.State.Messages.Update(message with { IsRead = read });
                changed = true;
            }
        }

        thread = call.Module.Threads.Change(old, changed ? thread with { UpdatedAt = call.Now } : thread);
        return ReachkitAnswer.Data(Show(call.State, thread), ReachkitJson.Default.Conversation);
    }

    private static FakeResponse Reply(ReachkitCall call)
    {
        ConversationRow thread = Thread(call);
        Optional<string?> content = call.Fields().Filled("content", required: true);
        call.Check();
        InboxRow inbox = call.State.Inboxes.At(call.State.MessagesByConversation.Last(thread.Id)!.Inbox)!;
        CheckConnected(inbox);
        MessageRow message = call.Module.Threads.Reply(thread, inbox, content.Value!);
        return ReachkitAnswer.Data(Show(call.State, message), ReachkitJson.Default.Message, 201);
    }

    private static FakeResponse Download(ReachkitCall call)
    {
        ConversationRow thread = Thread(call);
        if (call.State.Files.Find(call.Path("attachment_id")) is not { } file || file.ConversationId != thread.Id) throw ReachkitError.NotFound();
        return new FakeResponse { Status = 200, ContentType = file.ContentType, Body = file.Content }.With("Content-Disposition", Disposition(file.FileName));
    }

    private static void CheckConnected(InboxRow inbox)
    {
        if (!inbox.IsConnected) throw ReachkitError.Rule("inbox_not_connected", "inbox_id", "is not connected");
    }

    private static Optional<MailAddress> Recipient(ListItem item)
    {
        if (item.Object() is not { } fields) return default;
        string? email = fields.Email("email");
        Optional<string?> name = fields.Text("name", nullable: true, trim: true);
        return email is null ? default(Optional<MailAddress>) : new MailAddress { Email = email, Name = string.IsNullOrEmpty(name.Or(null)) ? null : name.Value };
    }

    private static ConversationRow Thread(ReachkitCall call) => call.Own(call.State.Conversations.Find(call.Path("conversation_id")), thread => thread.Workspace);

    private static bool Finds(ListQuery query, MessageRow message)
        => query.Finds(message.Subject) || query.Finds(message.Text) || query.Finds(message.From) || message.To.Any(address => query.Finds(address.Email) || query.Finds(address.Name));

    private static Conversation Show(ReachkitState state, ConversationRow row) => new()
    {
        Id = row.Id,
        Label = row.Label,
        IsPositive = row.IsPositive,
        LeadId = state.Leads.At(row.Lead)?.Id,
        Messages = [.. state.MessagesByConversation[row.Id].Select(message => Show(state, message))],
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
    };

    private static Message Show(ReachkitState state, MessageRow row) => new()
    {
        Direction = row.Direction,
        InboxId = state.Inboxes.At(row.Inbox)!.Id,
        Subject = row.Subject,
        TextBody = row.Text,
        HtmlBody = row.Html,
        FromEmail = row.From,
        ToRecipients = row.To,
        EmailDate = row.At,
        IsRead = row.IsRead,
        Attachments = [.. row.Files.Select(place => state.Files.At(place)!).Select(file => new MessageAttachment
        {
            Id = file.Id,
            Filename = file.FileName,
            ContentType = file.ContentType,
            Size = file.Content.Length,
        })],
    };

    private static string Disposition(string fileName)
    {
        StringBuilder plain = new();
        foreach (Rune rune in fileName.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\') plain.Append('\\').Append((char)rune.Value);
            else if (rune.IsAscii && !Rune.IsControl(rune)) plain.Append((char)rune.Value);
            else plain.Append('_');
        }

        string quoted = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{plain}\"");
        return Ascii.IsValid(fileName) ? quoted : $"{quoted}; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
    }
}
