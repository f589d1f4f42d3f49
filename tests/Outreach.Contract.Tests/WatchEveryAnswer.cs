using System.Runtime.CompilerServices;
using Outreach.FakeServer;

namespace Outreach.Contract.Tests;

/// <summary>Holds every answer of every world of these tests to the contracts: the disposal of a world with a bad one throws.</summary>
internal static class WatchEveryAnswer
{
    [ModuleInitializer]
    internal static void Begin() => Diagnostics.WatchAnswers = true;
}
