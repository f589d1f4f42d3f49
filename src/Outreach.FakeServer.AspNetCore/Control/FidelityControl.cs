namespace Outreach.FakeServer;

/// <summary>What of the fake is inferred and not published.</summary>
internal static class FidelityControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes => [new("GET", "/fidelity", "fidelity.get", call => new(Answer(call))) { Queries = ["api"] }];

    private static ControlAnswer Answer(ControlCall call)
    {
        string? only = call.QueryApi("api");
        return ControlAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("apis");
            foreach (string api in ContractDocument.Apis.Where(api => only is null || only == api))
            {
                writer.WriteStartObject();
                writer.WriteString("api", api);
                writer.WriteStartObject("sources");
                foreach ((string source, int count) in FidelityLedger.Sources(api).OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteNumber(source, count);
                writer.WriteEndObject();
                writer.WriteStartArray("rules");
                foreach (FidelityRule rule in FidelityLedger.Rules.Where(rule => rule.Api == api))
                {
                    writer.WriteStartObject();
                    writer.WriteString("number", rule.Number);
                    writer.WriteString("text", rule.Text);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteStartArray("inferred");
                foreach (FidelityPart part in FidelityLedger.Parts.Where(part => part.Api == api))
                {
                    writer.WriteStartObject();
                    writer.WriteString("place", part.Place);
                    writer.WriteString("what", part.What);
                    writer.WriteString("note", part.Note);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
