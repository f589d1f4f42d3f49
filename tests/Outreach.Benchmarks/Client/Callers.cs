using Outreach.Sdk.Markus;

namespace Outreach.Benchmarks.Client;

/// <summary>What the alternatives have in common.</summary>
internal static class Callers
{
    public const string Key = "mk_live_0123456789abcdefghijklmnopqrstuv";

    public static readonly Uri Address = new("http://markus.example/api/v1/");

    public static IEnumerable<ImportContactRow> Rows(int count)
    {
        for (int i = 0; i < count; i++) yield return new ImportContactRow { Name = "Dana Reyes", Email = $"lead{i}@company.example" };
    }

    public static IContactCaller Make(string library, HttpMessageHandler handler, Uri? address = null) => library switch
    {
        "Outreach.Sdk" => new SdkCaller(handler, address),
        "RestSharp" => new RestSharpCaller(handler, address),
        "Flurl.Http" => new FlurlCaller(handler, address),
        _ => new RawCaller(handler, address),
    };
}
