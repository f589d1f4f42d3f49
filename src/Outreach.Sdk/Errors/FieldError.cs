namespace Outreach.Sdk;

/// <summary>What is wrong with one member of a request.</summary>
/// <param name="Field">Path of the member as the API names it, such as <c>to.0.email</c>; empty when it names none.</param>
/// <param name="Message">What is wrong with it, in the API's words.</param>
public sealed record FieldError(string Field, string Message);
