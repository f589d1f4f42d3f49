namespace Outreach.Sdk;

/// <summary>What is wrong with a client's options.</summary>
internal static class OptionsCheck
{
    public static List<string> Problems(OutreachClientOptions options)
    {
        List<string> problems = [];
        if (options.Markus is null || options.Reachkit is null || options.Mailmark is null || options.Crm is null)
        {
            problems.Add("The options of an API are null.");
            return problems;
        }

        foreach (ApiOptions api in options.Apis()) problems.AddRange(api.Problems());
        if (!options.Apis().Any(api => api.IsSet)) problems.Add("No API has a key: set Markus.ApiKey, Reachkit.ApiKey, Mailmark.ApiKey or Crm.ApiKey.");
        if (options.MaxRetries is < 0 or > 100) problems.Add("MaxRetries must be between 0 and 100.");
        if (options.BaseDelay < TimeSpan.Zero || options.BaseDelay > TimeSpan.FromHours(1)) problems.Add("BaseDelay must be between 0 and 1 hour.");
        if (options.MaxRetryDelay < TimeSpan.Zero || options.MaxRetryDelay > TimeSpan.FromDays(1)) problems.Add("MaxRetryDelay must be between 0 and 1 day.");
        if (!IsTimeout(options.AttemptTimeout)) problems.Add("AttemptTimeout must be above 0 and at most 1 day, or infinite.");
        if (options.MaxResponseSize < 1) problems.Add("MaxResponseSize must be above 0.");
        if (options.TimeProvider is null) problems.Add("TimeProvider is null.");
        if (options.Jitter is null) problems.Add("Jitter is null.");
        return problems;
    }

    public static bool IsTimeout(TimeSpan timeout)
        => timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout <= TimeSpan.FromDays(1));
}
