namespace Outreach.FakeServer;

/// <summary>Who gets a webhook.</summary>
public enum WebhookReceiver
{
    /// <summary>Nobody but the log: the URL's host is neither this machine nor allowed, so the delivery was only captured and counts as answered 200.</summary>
    Log,

    /// <summary>A sink with answers of the test's choice.</summary>
    Sink,

    /// <summary>A handler in the process.</summary>
    Handler,

    /// <summary>The endpoint's URL, over the network.</summary>
    Url,

    /// <summary>Nobody: the attempt was made to fail, or nobody was there to get it.</summary>
    Nobody,
}
