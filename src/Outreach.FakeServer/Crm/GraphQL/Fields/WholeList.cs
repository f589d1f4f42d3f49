namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>A list that REST gives in short form and GraphQL with whole objects.</summary>
/// <param name="OperationId">The REST call, whose scope and rules hold.</param>
/// <param name="Page">Reads the rows of the page that a call asks for.</param>
/// <param name="Show">The whole object of a row, as REST shows it by its id.</param>
internal sealed record WholeList<TRow>(string OperationId, Func<CrmCall, CrmPage<TRow>> Page, Func<CrmCall, TRow, RecordSource> Show);
