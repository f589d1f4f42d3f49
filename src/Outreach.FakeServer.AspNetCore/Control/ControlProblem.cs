namespace Outreach.FakeServer;

/// <summary>A call of the control API that cannot be carried out.</summary>
internal sealed class ControlProblem(int status, string title, string detail) : Exception(detail)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>What kind of problem it is.</summary>
    public string Title => title;

    /// <summary>Something that is not there.</summary>
    public static ControlProblem NotFound(string detail) => new(404, "Not found", detail);
}
