namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A record that fields are read from.</summary>
internal sealed class RecordSource(RecordForm form, object record)
{
    /// <summary>A member by its name in JSON; null when it is null or there is none.</summary>
    public object? this[string name] => form.Read(record, name);
}
