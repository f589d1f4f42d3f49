using System.Reflection;

namespace Outreach.Sdk;

/// <summary>How the client introduces itself.</summary>
internal static class ClientVersion
{
    public static string UserAgent { get; } = $"Outreach.Sdk/{typeof(ClientVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0"}";
}
