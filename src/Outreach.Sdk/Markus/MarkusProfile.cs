using System.Net;

namespace Outreach.Sdk.Markus;

/// <summary>Markus as data.</summary>
internal static class MarkusProfile
{
    public static ApiProfile Instance { get; } = new()
    {
        Name = "markus",
        DisplayName = "Markus",
        BaseAddress = new Uri("https://markusai.dev/api/v1/"),
        PayloadMember = "data"u8.ToArray(),
        ListMember = "data"u8.ToArray(),
        PageMember = "pagination"u8.ToArray(),
        Errors = new CodedErrorReader(
            MarkusErrorCodes.Camp009, MarkusErrorCodes.Cont009, MarkusErrorCodes.Msg015,
            MarkusErrorCodes.Disc008, MarkusErrorCodes.Apikey005, MarkusErrorCodes.Ai004),
        Exceptions = static failure => failure.StatusCode == HttpStatusCode.PaymentRequired ? new OutreachPaymentRequiredException(failure) : ErrorFactory.Create(failure),
        Buckets =
        [
            new("global", 120, 60),
            new("burst", 20, 1),
            new("campaigns:write", 30, 60),
            new("contacts:write", 60, 60),
            new("ai:write", 20, 60),
            new("discovery:write", 5, 3600),
        ],
        Operations = static () => MarkusClient.Operations,
    };
}
