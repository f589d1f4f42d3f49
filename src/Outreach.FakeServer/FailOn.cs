namespace Outreach.FakeServer;

/// <summary>What makes the disposal of a fake throw, so that the test fails with a diagnosis.</summary>
[Flags]
public enum FailOn
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>A request that no operation of the contracts takes.</summary>
    UnmatchedRequest = 1,

    /// <summary>
    /// A request with query values or members that the contract does not know, which the service lets pass and which are mostly
    /// misspelled; or an answer that breaks the contract.
    /// </summary>
    ContractViolation = 2,

    /// <summary>A webhook delivery that failed and that the test neither got back from <see cref="WebhookHub.TriggerAsync"/> nor saw in <see cref="WebhookHub.Deliveries"/>.</summary>
    UnobservedWebhookFailure = 4,
}
