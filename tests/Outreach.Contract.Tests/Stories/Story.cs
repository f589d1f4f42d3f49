using Outreach.FakeServer;
using Outreach.Sdk;

namespace Outreach.Contract.Tests.Stories;

/// <summary>A use of one API through the typed client that calls every one of its operations with success.</summary>
internal abstract class Story(OutreachFake fake)
{
    /// <summary>The world that it plays in.</summary>
    protected OutreachFake Fake { get; } = fake;

    /// <summary>The story of an API.</summary>
    public static Story Of(string api, OutreachFake fake, OutreachClient client) => api switch
    {
        "markus" => new MarkusStory(fake, client.Markus),
        "reachkit" => new ReachkitStory(fake, client.Reachkit),
        "mailmark" => new MailmarkStory(fake, client.Mailmark),
        "crm" => new CrmStory(fake, client.Crm),
        _ => throw new ArgumentOutOfRangeException(nameof(api), api, "There is no story of this API."),
    };

    /// <summary>Plays it.</summary>
    public abstract Task PlayAsync();
}
