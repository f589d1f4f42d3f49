namespace Outreach.Sdk.Crm;

/// <summary>Customers in one stage.</summary>
public sealed record LifecycleStageCount
{
    /// <summary>
    /// Commercial stage: SUBSCRIBER (only an address), LEAD (interest shown), PROSPECT (engaged with content), CUSTOMER (has
    /// bought), MEMBER (active membership), ADVOCATE (refers others), CHURNED (lapsed). PROSPECT is missing from the list filter's
    /// published values but present in the profile model.
    /// </summary>
    public LifecycleStage LifecycleStage { get; init; }

    /// <summary>Customers.</summary>
    public int Count { get; init; }
}
