namespace Outreach.FakeServer.Mailmark;

/// <summary>A refusal on its way to the wire.</summary>
internal sealed class MailmarkError(string code, int status, string text) : Exception(text)
{
    /// <summary>The catalogue's code; the wire carries only the text.</summary>
    public string Code => code;

    /// <summary>The HTTP status.</summary>
    public int Status => status;
}
