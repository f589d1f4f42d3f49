namespace Outreach.Benchmarks.Client;

/// <summary>The calls that every alternative makes.</summary>
public interface IContactCaller : IDisposable
{
    Task GetAsync();

    Task PatchAsync();

    Task PostAsync();

    Task PageAsync();

    /// <summary>Reads all pages; returns the number of contacts.</summary>
    Task<int> PageThroughAsync();

    /// <summary>Imports rows in slices of 500; returns the number of outcomes.</summary>
    Task<int> ImportAsync(int rows);
}
