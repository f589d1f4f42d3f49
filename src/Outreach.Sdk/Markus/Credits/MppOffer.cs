namespace Outreach.Sdk.Markus;

/// <summary>An offer to be paid over MPP: the challenge to echo, and the charge that it stands for.</summary>
/// <param name="Challenge">The challenge; a credential repeats it unchanged.</param>
/// <param name="Charge">The decoded <c>request</c> of the challenge: price, currency, what is sold.</param>
public sealed record MppOffer(MppChallenge Challenge, MppChargeRequest Charge);
