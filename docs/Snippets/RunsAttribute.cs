namespace Outreach.Docs.Snippets;

/// <summary>Marks a snippet that the tests do not only compile but run, on a fake.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RunsAttribute : Attribute;
