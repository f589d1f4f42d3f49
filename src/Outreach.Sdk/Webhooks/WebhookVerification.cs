namespace Outreach.Sdk;

/// <summary>What <see cref="WebhookVerifier"/> finds. Only <see cref="Valid"/> lets a webhook in.</summary>
public enum WebhookVerification
{
    /// <summary>The signature is well formed and fits none of the secrets: another body, another secret, or a revoked one.</summary>
    Invalid,

    /// <summary>The signature was made from this body with one of the secrets.</summary>
    Valid,

    /// <summary>There is no signature.</summary>
    MissingSignature,

    /// <summary>The signature is not 64 hex digits.</summary>
    MalformedSignature,

    /// <summary>The verifier holds no secret, so it can trust nobody.</summary>
    NoSecret,
}
